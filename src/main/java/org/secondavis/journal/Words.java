package org.secondavis.journal;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.secondavis.encryption.UnreadableException;

/**
 * Something that was stored sealed. Where its key is missing the page opens all the same
 * and says so.
 *
 * @param value what was sealed, none if nothing was or if it cannot be opened
 * @param readable whether it could be opened
 */
public record Words<T>(@Nullable T value, boolean readable) {

	public static <T> Words<T> open(Supplier<@Nullable T> sealed) {
		try {
			return new Words<>(sealed.get(), true);
		}
		catch (UnreadableException ex) {
			return new Words<>(null, false);
		}
	}

	@Override
	public String toString() {
		return "Words[…]";
	}

}
