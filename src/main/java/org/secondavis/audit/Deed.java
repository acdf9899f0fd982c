package org.secondavis.audit;

/** What somebody did. The database notes some of them itself. */
enum Deed {

	/** Asked for a page or a file, which was handed out after this was noted. */
	OPEN,
	/** Sent a form; what came of it, if anything did, is noted as a change. */
	SEND,
	/** Changed something; noted by the transaction that did. */
	CHANGE,
	/** Erased something, or a job did. */
	ERASE,

	SIGN_IN, SIGN_IN_REFUSED, SIGN_OUT,
	/** Asked for what their role may not have. */
	REFUSED

}
