package org.secondavis.opinion;

/** How far an opinion has come. */
public enum OpinionState {

	/** Being written. */
	DRAFT,
	/** Read once more as it stands, not yet signed. */
	PROOF_READ,
	/** A doctor answers for it; the patient does not have it yet. */
	SIGNED,
	/** The patient has it. */
	DELIVERED

}
