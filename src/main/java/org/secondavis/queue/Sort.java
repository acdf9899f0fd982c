package org.secondavis.queue;

import java.util.Locale;

/** The orders in which the queue can be read. */
enum Sort {

	/**
	 * First treatments that are near, then what is late, then what nobody has taken, then
	 * what patients wrote, then the newest: so that nobody has to look for what to do
	 * next.
	 */
	PRESSING("""
			case when pressing.soon then 0 when pressing.late then 1 when pressing.unclaimed then 2
			    when pressing.written then 3 else 4 end,
			case when pressing.soon then r.planned_treatment end,
			case when pressing.late or pressing.unclaimed then r.status_since end,
			r.submitted_at desc, r.id desc"""),

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
