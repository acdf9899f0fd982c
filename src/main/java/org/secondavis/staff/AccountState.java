package org.secondavis.staff;

/** Whether somebody can sign in to an account. */
public enum AccountState {

	/** Not before a password was set by the one-time link. */
	INVITED,

	ACTIVE,

	LOCKED

}
