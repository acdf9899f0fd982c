package org.secondavis.followup;

import java.util.Arrays;
import java.util.Optional;

/** The parts of the follow-up page that open to known devices only, by their path. */
enum Door {

	MESSAGES("messages"), PAPERS("documents"), CONTACT("coordonnees"), COPY("copie"), WITHDRAWAL("retrait"),
	ERASURE("effacement"), TAKE_OVER("reprise"), APPOINTMENT("rendez-vous"), READINGS("consultations"), OPINION("avis");

	private final String path;

	Door(String path) {
		this.path = path;
	}

	String path() {
		return this.path;
	}

	static Optional<Door> at(String path) {
		return Arrays.stream(values()).filter((door) -> door.path.equals(path)).findFirst();
	}

}
