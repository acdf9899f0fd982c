package org.secondavis.journal;

import org.jspecify.annotations.Nullable;

import org.secondavis.request.NextPlace;
import org.secondavis.request.Told;

/**
 * How a patient heard of a decision.
 *
 * @param told by what
 * @param next where else to turn to, if that was told
 */
record Ended(Told told, Words<NextPlace> next) implements Thing {

	public @Nullable NextPlace place() {
		return this.next.value();
	}

}
