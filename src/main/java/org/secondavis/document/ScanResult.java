package org.secondavis.document;

/** What is known of a file's harmlessness. */
public enum ScanResult {

	/** The scanner has yet to look at it. */
	PENDING,
	/** There is no scanner. */
	UNVERIFIED,
	/** The scanner found nothing. */
	CLEAN,
	/** The scanner found something harmful. */
	INFECTED

}
