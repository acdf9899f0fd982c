package org.secondavis.conversation;

/** Somebody else has changed the text in the meantime. */
class TextsOvertakenException extends RuntimeException {

}
