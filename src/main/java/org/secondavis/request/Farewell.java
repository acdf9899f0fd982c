package org.secondavis.request;

import org.jspecify.annotations.Nullable;

/**
 * What a patient is given along when a request ends.
 *
 * @param told how the patient heard of it, none if nobody has told
 * @param next where else to turn to, if told
 */
public record Farewell(@Nullable Told told, @Nullable NextPlace next) {

	/** Without telling anybody: for a patient who has withdrawn. */
	public static final Farewell NONE = new Farewell(null, null);

	/** The patient was told so. */
	public static Farewell by(Told told) {
		return new Farewell(told, null);
	}

	/** The same, with a place to turn to. */
	public Farewell to(@Nullable NextPlace place) {
		return new Farewell(this.told, place);
	}

}
