package org.secondavis.queue;

/**
 * How much waits in the lists that stand beside every page of the workspace.
 *
 * @param open requests with which the clinic has something to do
 * @param mine those of them that are in the reader's hands
 * @param unassigned those that are in nobody's
 * @param waiting those that wait for the patient
 * @param suspect requests that a person has to look at first
 * @param failed mails that were given up
 */
record WorkLists(long open, long mine, long unassigned, long waiting, long suspect, long failed) {
}
