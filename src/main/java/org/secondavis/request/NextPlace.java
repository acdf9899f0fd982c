package org.secondavis.request;

import org.jspecify.annotations.Nullable;

/**
 * Where else a patient can turn to, as it was told when the request ended. It says
 * something about health, so it is only ever stored sealed.
 *
 * @param name the place, or where to turn to in words
 * @param purpose what it does
 * @param address its postal address
 * @param phone its number as people read it
 * @param website its site
 */
public record NextPlace(String name, @Nullable String purpose, @Nullable String address, @Nullable String phone,
		@Nullable String website) {

	/** A place that is in no directory. */
	public static NextPlace inWords(String words) {
		return new NextPlace(words, null, null, null, null);
	}

	@Override
	public String toString() {
		return "NextPlace[…]";
	}

}
