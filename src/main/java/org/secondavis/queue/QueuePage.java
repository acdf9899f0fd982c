package org.secondavis.queue;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A page of the queue.
 *
 * @param rows its requests
 * @param counts how many requests the other filters let through, as {@link Tab} counts
 * them
 * @param lists how much waits in the lists beside it, counted at the same time
 * @param total how many requests the whole list holds
 */
record QueuePage(List<QueueRow> rows, Map<String, Long> counts, WorkLists lists, long total) {

	/** The place of its first request in the whole list, from 1. */
	public long first() {
		return this.rows.isEmpty() ? 0 : this.rows.get(0).position();
	}

	/** The place of its last request. */
	public long last() {
		return first() + this.rows.size() - 1;
	}

	/** The request before which another page ends; none on the first one. */
	public @Nullable String before() {
		return (first() > 1) ? this.rows.get(0).reference() : null;
	}

	/** The request after which another page begins; none on the last one. */
	public @Nullable String after() {
		return (!this.rows.isEmpty() && last() < this.total) ? this.rows.get(this.rows.size() - 1).reference() : null;
	}

}
