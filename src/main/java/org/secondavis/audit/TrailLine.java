package org.secondavis.audit;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.secondavis.staff.Role;

/**
 * A line of the trail, with the names of what is still there.
 *
 * @param number its number
 * @param at when
 * @param author the name of who did it; none if nobody was signed in
 * @param role what they were
 * @param deed what they did
 * @param thing to what
 * @param detail a code that says more
 * @param about whether it concerned a request
 * @param reference the request; none once it is erased
 * @param owner whose account it concerned
 * @param receivedAt when the file that it concerned had come
 */
record TrailLine(long number, Instant at, @Nullable String author, @Nullable Role role, Deed deed, Thing thing,
		@Nullable String detail, boolean about, @Nullable String reference, @Nullable String owner,
		@Nullable Instant receivedAt) {

	/** Things that the database notes with codes of their own. */
	private static final Set<Thing> SPOKEN = Set.of(Thing.REQUEST, Thing.SETTINGS, Thing.OPINION, Thing.ACCOUNTS);

	/** The message code of the detail, where it is one of ours and no address. */
	public @Nullable String detailKey() {
		if (this.detail == null) {
			return null;
		}
		if (this.thing == Thing.WORKSPACE) {
			return "trail.way." + this.detail;
		}
		if (this.deed != Deed.CHANGE || !SPOKEN.contains(this.thing)) {
			return null;
		}
		return switch (this.thing) {
			case REQUEST -> "Move." + this.detail;
			case SETTINGS -> "settings.area." + this.detail;
			default -> "trail.change." + this.detail;
		};
	}

}
