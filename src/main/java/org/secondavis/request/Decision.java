package org.secondavis.request;

import java.time.Instant;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import org.jspecify.annotations.Nullable;

import org.secondavis.encryption.Place;
import org.secondavis.encryption.Vault;

/**
 * Who decides and when, with a note in words where there is one. The note may concern
 * health, so it travels sealed.
 *
 * @param id becomes the id of the change in the request's history
 * @param by who decides
 * @param at when
 * @param note the sealed note, if any
 * @param told how the patient heard of it, if that is known
 * @param next the sealed place to which the patient can turn next, if any
 */
public record Decision(UUID id, StaffId by, Instant at, byte @Nullable [] note, @Nullable Told told,
		byte @Nullable [] next) {

	/** A decision without words. */
	public static Decision by(StaffId staff, Instant at) {
		return new Decision(UuidCreator.getTimeOrderedEpoch(), staff, at, null, null, null);
	}

	/** The same decision with a note; a blank one is none. */
	public Decision withNote(@Nullable String text, Vault vault) {
		if (text == null || text.isBlank()) {
			return this;
		}
		return new Decision(this.id, this.by, this.at, vault.seal(text, notePlace(this.id)), this.told, this.next);
	}

	/** The same decision, of which the patient heard. */
	Decision telling(Farewell farewell, Vault vault) {
		NextPlace place = farewell.next();
		return new Decision(this.id, this.by, this.at, this.note, farewell.told(),
				(place != null) ? vault.seal(place, nextPlace(this.id)) : null);
	}

	static Place nextPlace(UUID change) {
		return new Place("request_change", "next_place", change);
	}

	static Place notePlace(UUID change) {
		return new Place("request_change", "note", change);
	}

}
