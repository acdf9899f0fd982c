package org.secondavis.followup;

import org.secondavis.encryption.SecretToken;

/** The device has to show a one-time code first. */
class CodeNeededException extends RuntimeException {

	private final SecretToken link;

	private final Door door;

	CodeNeededException(SecretToken link, Door door) {
		super("A code is needed for " + door);
		this.link = link;
		this.door = door;
	}

	SecretToken link() {
		return this.link;
	}

	Door door() {
		return this.door;
	}

}
