package org.secondavis.document;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * To what a file belongs, and with what it is erased: a form that is being filled in, or
 * a request. One of the two is given.
 *
 * @param draftId the form
 * @param requestId the request
 */
public record FileOwner(@Nullable UUID draftId, @Nullable UUID requestId) {

	public static FileOwner draft(UUID id) {
		return new FileOwner(id, null);
	}

	public static FileOwner request(UUID id) {
		return new FileOwner(null, id);
	}

}
