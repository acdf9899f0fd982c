package org.secondavis.opinion;

/** What is signed or delivered is not altered any more. */
class SealedOpinionException extends RuntimeException {

	SealedOpinionException() {
		super("The opinion is not altered any more");
	}

}
