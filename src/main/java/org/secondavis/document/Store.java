package org.secondavis.document;

/** Where the content of files can lie. */
enum Store {

	/** In PostgreSQL, with all the rest. */
	DATABASE,
	/** In a bucket of an S3-compatible server. */
	S3

}
