package org.secondavis.review;

import java.util.List;
import java.util.Map;

import org.secondavis.request.Status;

/**
 * A page of the queue.
 *
 * @param rows its requests
 * @param counts how many requests of each status the other filters let through
 * @param lists how much waits in the lists beside it, counted at the same time
 * @param total how many requests the whole list holds
 * @param number which page this is, from 1
 * @param count how many pages there are
 */
record QueuePage(List<QueueRow> rows, Map<Status, Long> counts, WorkLists lists, long total, int number, int count) {
}
