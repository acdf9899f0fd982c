package org.secondavis.conversation;

/** What came of a call. */
public enum CallOutcome {

	REACHED, VOICEMAIL, NO_ANSWER, WRONG_NUMBER

}
