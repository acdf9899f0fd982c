package org.secondavis.intake;

/** The clinic has the request, but nobody gets a link to it for the time being. */
class LinksRevokedException extends RuntimeException {

	LinksRevokedException() {
		super("The links to this request are revoked");
	}

}
