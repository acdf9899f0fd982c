package org.secondavis.insight;

/** Something that is counted, in the order of the page. */
enum Figure {

	/** Requests received, by week. */
	WEEK(""),
	/** What became of them. */
	OUTCOME("insight.outcome."),
	/** Which cancer they are about. */
	SITE("CancerSite."),
	/** How far the care had come. */
	STAGE("queue.stage."),
	/** Who sent them. */
	SENDER("insight.sender."),
	/** What became of appointments in these days. */
	APPOINTMENT("insight.appointment."),
	/** What became of mails of these days. */
	MAIL("insight.mail."),
	/** How long open requests have been waiting, now. */
	WAITING("insight.waiting.");

	private final String prefix;

	Figure(String prefix) {
		this.prefix = prefix;
	}

	/** The message code of one of the things counted. */
	public String key(String item) {
		return this.prefix + item;
	}

}
