package org.secondavis.conversation;

/**
 * What clinics often write to patients; each has a text of ours, which a clinic can
 * replace.
 */
public enum Topic {

	PAPERS, RECEIVED, OUT_OF_SCOPE, REFER, APPOINTMENT, CLOSING;

	/** The message code of our text. */
	String textKey() {
		return "text." + name();
	}

}
