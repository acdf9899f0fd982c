package org.secondavis.request;

/** Why a request ends without an opinion of this clinic. */
public enum ClosingReason {

	OUT_OF_SCOPE, WITHDRAWN, NO_ANSWER, TREATED_ELSEWHERE, DONE, OTHER

}
