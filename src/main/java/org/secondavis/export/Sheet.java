package org.secondavis.export;

import java.util.List;

/**
 * A request on a page to print: for the doctor who sees the patient, and for the meeting
 * that discusses the case.
 *
 * @param reference the request
 * @param title what the page is called; it names nobody
 * @param name the patient
 * @param about of when it is
 * @param readable whether the patient's own words can be shown
 * @param sections what it says, what matters most first
 */
record Sheet(String reference, String title, String name, String about, boolean readable, List<Section> sections) {

	@Override
	public String toString() {
		return "Sheet[%s]".formatted(this.reference);
	}

}
