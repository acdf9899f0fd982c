package org.secondavis.document;

/**
 * What the files of one patient take up.
 *
 * @param files how many there are
 * @param bytes how many bytes they are
 */
record Occupied(long files, long bytes) {
}
