package org.secondavis.opinion;

/** How an opinion reaches the patient. */
public enum Way {

	/** On the follow-up page, behind a one-time code. */
	ONLINE,
	/** Printed, by post or by hand, to whoever has no address for mail. */
	POST

}
