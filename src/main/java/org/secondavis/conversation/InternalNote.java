package org.secondavis.conversation;

import java.time.Instant;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;

import org.secondavis.encryption.Place;
import org.secondavis.encryption.Vault;
import org.secondavis.request.StaffId;

/** What a member of staff wrote down for colleagues. Patients never see it here. */
@Entity
public class InternalNote extends Said {

	protected InternalNote() {
	}

	public InternalNote(UUID requestId, StaffId author, String text, Vault vault, Instant writtenAt) {
		this(UuidCreator.getTimeOrderedEpoch(), requestId, author, text, vault, writtenAt);
	}

	private InternalNote(UUID id, UUID requestId, StaffId author, String text, Vault vault, Instant writtenAt) {
		super(id, requestId, author, writtenAt, vault.seal(text, placeOf(id)));
	}

	@Override
	Place place(UUID row) {
		return placeOf(row);
	}

	private static Place placeOf(UUID row) {
		return new Place("internal_note", "text", row);
	}

}
