package org.secondavis.request;

/** Why another clinic or service is the right one. */
public enum ReferralReason {

	OTHER_TEAM, RARE_CANCER, NEARER, SOONER, PATIENT_WISH

}
