package org.secondavis.staff;

/**
 * A change that would leave the clinic without an administrator, or that came too late.
 */
class AccountRefusedException extends RuntimeException {

	private final String messageKey;

	AccountRefusedException(String messageKey) {
		super(messageKey);
		this.messageKey = messageKey;
	}

	/** The key of the sentence that explains it. */
	String messageKey() {
		return this.messageKey;
	}

}
