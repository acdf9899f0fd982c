package org.secondavis.calls;

import java.util.List;

/**
 * A page of the calls of a day.
 *
 * @param rows whom to call, in the order of the wished times
 * @param total how many there are on all pages
 * @param number which page, from 1
 * @param count how many pages there are
 */
record CallPage(List<CallRow> rows, long total, int number, int count) {
}
