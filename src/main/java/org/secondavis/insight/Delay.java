package org.secondavis.insight;

import org.jspecify.annotations.Nullable;

/**
 * How long something takes from the moment that a request arrives.
 *
 * @param step what: FIRST_READING, APPOINTMENT or OPINION
 * @param reached for how many of the requests it has happened; an appointment counts from
 * the day it is fixed, with the day on which it will be
 * @param median half of these took no longer, in days; none if there are none
 * @param ninth nine of ten took no longer, in days; none if there are none
 */
record Delay(String step, long reached, @Nullable Double median, @Nullable Double ninth) {
}
