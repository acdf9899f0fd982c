package org.secondavis.review;

import java.util.Locale;

/** The orders in which the queue can be read. */
enum Sort {

	/** What presses most: see {@link Queue#PRESSING}. */
	PRESSING(Queue.PRESSING),

	NEWEST("r.submitted_at desc, r.id desc"), OLDEST("r.submitted_at, r.id"),
	PLANNED("r.planned_treatment, r.submitted_at desc, r.id desc");

	private final String sql;

	Sort(String sql) {
		this.sql = sql;
	}

	String sql() {
		return this.sql;
	}

	/** As it stands in the address. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
