package org.secondavis.request;

/** A move that the request's status does not allow. */
public class IllegalMoveException extends RuntimeException {

	public IllegalMoveException(Move move, Status status) {
		super("%s is not possible from %s".formatted(move, status));
	}

}
