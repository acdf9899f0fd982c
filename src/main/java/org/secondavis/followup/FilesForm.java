package org.secondavis.followup;

import java.util.Map;

/**
 * The form by which papers are sent.
 *
 * @param files the field for files, by kind of paper; nothing is ever typed
 */
record FilesForm(Map<String, String> files) {

	static final FilesForm EMPTY = new FilesForm(Map.of());

}
