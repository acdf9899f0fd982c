package org.secondavis;

/**
 * Start-up cannot go on. The message is the one sentence that the operator reads: what is
 * wrong and how to put it right, without any secret.
 */
public class StartUpException extends RuntimeException {

	public StartUpException(String sentence) {
		super(sentence);
	}

	public StartUpException(String sentence, Throwable cause) {
		super(sentence, cause);
	}

}
