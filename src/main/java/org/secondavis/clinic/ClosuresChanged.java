package org.secondavis.clinic;

/** The clinic is closed on other days than before. */
record ClosuresChanged() {
}
