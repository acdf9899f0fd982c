package org.secondavis.audit;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** To what it was done; a page of the workspace tells by its address. */
enum Thing {

	// the first one that fits counts
	FILE("/admin/demandes/[^/]+/fichiers"), OPINION("/admin/demandes/[^/]+/avis"), MEETING("/admin/demandes/[^/]+/rcp"),
	EXPORT("/admin/demandes/[^/]+/(?:fiche|fhir|archive)|/admin/export"), REQUEST("/admin/demandes/[^/]+"),
	LIST("/admin|/admin/(?:lot|vues)"), CALLS("/admin/appels"), AGENDA("/admin/agenda"), MAILS("/admin/courriers"),
	FIGURES("/admin/tableau"), SETTINGS("/admin/reglages"), ACCOUNTS("/admin/comptes"),
	OWN_ACCOUNT("/admin/mon-compte"), TRAIL("/admin/journal"), RETENTION("/admin/conservation"),
	/** A page that nobody has named here. */
	OTHER("(?!)"),
	/** The workspace as a whole: who comes and goes. */
	WORKSPACE("(?!)");

	private final Pattern addresses;

	Thing(String addresses) {
		this.addresses = Pattern.compile("(?:%s)(?:(?<!/admin)[/.].*)?".formatted(addresses));
	}

	/**
	 * To what the page with this address belongs.
	 * @param path an address, or the pattern of addresses
	 */
	static Optional<Thing> at(String path) {
		return Stream.of(values()).filter((thing) -> thing.addresses.matcher(path).matches()).findFirst();
	}

}
