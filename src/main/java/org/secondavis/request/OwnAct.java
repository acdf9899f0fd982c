package org.secondavis.request;

/** What patients do with their own request besides sending and withdrawing it. */
public enum OwnAct {

	CONTACT_CORRECTED, ERASURE_ASKED, ERASURE_CALLED_OFF, TAKEN_OVER

}
