package org.secondavis.opinion;

import org.jspecify.annotations.Nullable;

/** What an opinion needs before its next step. */
public enum Lack {

	/** It does not say how it stands to the first one. */
	OUTCOME("opinionOutcome"),
	/** It does not say what is known of the first meeting. */
	FIRST_RCP("firstRcp"),
	/** The first meeting's conclusion, or why there is none. */
	FIRST_CONCLUSION("firstConclusion"),
	/** What is thought of the diagnosis. */
	DIAGNOSIS("opinionDiagnosis"),
	/** What is thought of the treatment. */
	TREATMENT("opinionTreatment"),
	/** Why there is no conclusion. */
	REASON("notConcluded"),
	/** An answer to each of the patient's questions. */
	ANSWERS("answers"),
	/** Somebody who reads it as it stands now. */
	PROOF_READING(null),
	/** A doctor's signature. */
	SIGNATURE(null),
	/** The meeting on which a change of diagnosis or plan rests. */
	RCP(null);

	private final @Nullable String field;

	Lack(@Nullable String field) {
		this.field = field;
	}

	/** Where it is filled in on the page; none if it is not written but done. */
	public @Nullable String field() {
		return this.field;
	}

}
