package org.secondavis.document;

/** The papers that help a doctor to give a second opinion, the most useful first. */
public enum PaperType {

	PATHOLOGY, RCP_REPORT, IMAGING_REPORT, IMAGES, OPERATION_REPORT, LETTERS, GENETICS, BLOOD_TESTS, MEDICINES

}
