package org.secondavis.queue;

import org.jspecify.annotations.Nullable;

/**
 * What the queue's address asks for, as it was typed.
 *
 * @param status a {@link Tab}
 * @param site a site of cancer
 * @param assignee {@code me}, {@code none} or the id of an account
 * @param flag a {@link Flag}, in lower case
 * @param q what to search for
 * @param sort a {@link Sort}, in lower case
 * @param page from 1
 * @param after the reference of the request after which the page begins
 * @param before the reference of the request before which it ends
 */
record QueueParameters(@Nullable String status, @Nullable String site, @Nullable String assignee, @Nullable String flag,
		@Nullable String q, @Nullable String sort, @Nullable String page, @Nullable String after,
		@Nullable String before) {
}
