package org.secondavis.document;

import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * A file that was sent and not accepted; nothing of it is kept.
 *
 * @param name its name, harmless to show, perhaps empty
 * @param objection why
 */
record Refusal(String name, Objection objection) {

	/** The message code of the sentence that says why. */
	String code() {
		return "Objection." + this.objection;
	}

	/** What the sentence names. */
	Object[] arguments(UploadRules rules) {
		return new Object[] { this.name.isEmpty() ? new DefaultMessageSourceResolvable("papers.unnamed") : this.name,
				rules.fileMegabytes(), rules.allMegabytes(), Reception.MOST_FILES };
	}

	@Override
	public String toString() {
		return "Refusal[%s]".formatted(this.objection);
	}

}
