package org.secondavis.review;

import org.jspecify.annotations.Nullable;

/**
 * What the queue's address asks for, as it was typed.
 *
 * @param status a {@link Tab}
 * @param site a site of cancer
 * @param assignee {@code me}, {@code none} or the id of an account
 * @param q what to search for
 * @param sort a {@link Sort}, in lower case
 * @param page from 1
 */
record QueueParameters(@Nullable String status, @Nullable String site, @Nullable String assignee, @Nullable String q,
		@Nullable String sort, @Nullable String page) {
}
