package org.secondavis.clinic;

/** Something else than before is set in the pages. */
record SettingsChanged() {
}
