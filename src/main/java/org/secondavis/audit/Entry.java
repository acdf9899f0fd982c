package org.secondavis.audit;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.secondavis.request.Reference;
import org.secondavis.staff.Role;

/**
 * What is to be noted. It never holds what a page said, nor anybody's name.
 *
 * @param account who did it, if they are known
 * @param role what they were
 * @param deed what they did
 * @param thing to what
 * @param detail a code that says more, if any
 * @param requests the requests that it concerns; each is noted in a line of its own
 * @param part the file or the account that it concerns, if any
 */
record Entry(@Nullable UUID account, @Nullable Role role, Deed deed, Thing thing, @Nullable String detail,
		List<Reference> requests, @Nullable UUID part) {

	static Entry of(@Nullable UUID account, @Nullable Role role, Deed deed, Thing thing, @Nullable String detail) {
		return new Entry(account, role, deed, thing, detail, List.of(), null);
	}

}
