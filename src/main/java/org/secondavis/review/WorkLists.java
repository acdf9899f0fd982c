package org.secondavis.review;

/**
 * How much waits in the lists that stand beside every page of the workspace.
 *
 * @param open requests with which the clinic has something to do
 * @param suspect requests that a person has to look at first
 * @param failed mails that were given up
 */
record WorkLists(long open, long suspect, long failed) {
}
