package org.secondavis.review;

import org.jspecify.annotations.Nullable;

/**
 * What staff fill in when they decide; which fields matter depends on the decision.
 *
 * @param version the revision of the request that the deciding person saw
 * @param note a note in words
 * @param assignee the account that is to work on it
 * @param duplicateOf the reference of the other request
 */
record DecisionForm(String version, String note, String assignee, String duplicateOf) {

	DecisionForm(@Nullable String version, @Nullable String note, @Nullable String assignee,
			@Nullable String duplicateOf) {
		this.version = text(version);
		this.note = text(note).replace("\r\n", "\n");
		this.assignee = text(assignee);
		this.duplicateOf = text(duplicateOf);
	}

	static DecisionForm empty() {
		return new DecisionForm(null, null, null, null);
	}

	/** The revision that was seen, or none that ever was. */
	int revision() {
		return revision(this.version);
	}

	static int revision(@Nullable String version) {
		return (version != null && version.matches("\\d{1,9}")) ? Integer.parseInt(version) : -1;
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value.strip() : "";
	}

	@Override
	public String toString() {
		return "DecisionForm[…]";
	}

}
