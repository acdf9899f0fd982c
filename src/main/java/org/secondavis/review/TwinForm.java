package org.secondavis.review;

import org.jspecify.annotations.Nullable;

/**
 * What the comparison of two requests was made from.
 *
 * @param version the revision of the one
 * @param otherVersion the revision of the other
 */
record TwinForm(@Nullable String version, @Nullable String otherVersion) {

	int revision() {
		return DecisionForm.revision(this.version);
	}

	int otherRevision() {
		return DecisionForm.revision(this.otherVersion);
	}

}
