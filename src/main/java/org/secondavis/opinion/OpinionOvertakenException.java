package org.secondavis.opinion;

/** What was to be changed is not as it was seen any more. */
public class OpinionOvertakenException extends RuntimeException {

}
