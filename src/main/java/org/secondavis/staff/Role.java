package org.secondavis.staff;

/** What a member of staff is in the clinic, and so what they may do. */
public enum Role {

	SECRETARIAT, DOCTOR, ADMIN

}
