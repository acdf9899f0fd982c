package org.secondavis.review;

/** Somebody else decided in the meantime. */
class OvertakenException extends RuntimeException {

}
