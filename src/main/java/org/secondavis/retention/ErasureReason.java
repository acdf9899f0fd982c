package org.secondavis.retention;

/** Why a request is erased. */
public enum ErasureReason {

	/** The patient asked for it. */
	ASKED,
	/** It may come from a robot, and nobody said otherwise in time. */
	SUSPECT,
	/** It ended long enough ago. */
	ENDED,
	/** It lies in the clinic's own records, long enough to be sure. */
	HANDED_OVER

}
