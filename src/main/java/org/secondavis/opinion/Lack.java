package org.secondavis.opinion;

/** What an opinion needs before its next step. */
public enum Lack {

	/** It does not say how it stands to the first one. */
	OUTCOME,
	/** It does not say what is known of the first meeting. */
	FIRST_RCP,
	/** The first meeting's conclusion, or why there is none. */
	FIRST_CONCLUSION,
	/** What is thought of the diagnosis. */
	DIAGNOSIS,
	/** What is thought of the treatment. */
	TREATMENT,
	/** Why there is no conclusion. */
	REASON,
	/** An answer to each of the patient's questions. */
	ANSWERS,
	/** Somebody who reads it as it stands now. */
	PROOF_READING,
	/** A doctor's signature. */
	SIGNATURE,
	/** The meeting on which a change of diagnosis or plan rests. */
	RCP

}
