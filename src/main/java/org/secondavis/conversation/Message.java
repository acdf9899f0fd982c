package org.secondavis.conversation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import org.jspecify.annotations.Nullable;

import org.secondavis.encryption.Place;
import org.secondavis.encryption.Vault;
import org.secondavis.request.StaffId;

/** What the patient wrote to the clinic, or the clinic to the patient. */
@Entity
public class Message extends Said {

	/** The longest text, in signs. */
	public static final int LONGEST = 4000;

	private @Nullable Instant readAt;

	protected Message() {
	}

	private Message(UUID id, UUID requestId, @Nullable StaffId author, String text, Vault vault, Instant writtenAt) {
		super(id, requestId, author, writtenAt, vault.seal(text, placeOf(id)));
		registerEvent(new MessageWritten(requestId, author == null));
	}

	/**
	 * A message of the patient.
	 * @param page names the page on which it was typed, at random: the same text sent
	 * twice from there is one message
	 */
	public static Message ofPatient(UUID requestId, String page, String text, Vault vault, Instant writtenAt) {
		return new Message(idOf(requestId, "", page, text), requestId, null, text, vault, writtenAt);
	}

	/** A message of the clinic; as above. */
	public static Message ofClinic(UUID requestId, StaffId author, String page, String text, Vault vault,
			Instant writtenAt) {
		return new Message(idOf(requestId, author.value().toString(), page, text), requestId, author, text, vault,
				writtenAt);
	}

	// Not in the order of time as other ids are, but the same for the same: the database
	// then keeps the first message of a double click and refuses the second.
	private static UUID idOf(UUID requestId, String author, String page, String text) {
		String all = "%s\n%s\n%s\n%s".formatted(requestId, author, page, text);
		return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8));
	}

	public boolean isOfPatient() {
		return getAuthor() == null;
	}

	/** When the other side first saw it; none if it has not. */
	public @Nullable Instant getReadAt() {
		return this.readAt;
	}

	/** Whether the patient wrote it and nobody at the clinic has seen it. */
	public boolean waitsForClinic() {
		return isOfPatient() && this.readAt == null;
	}

	@Override
	Place place(UUID row) {
		return placeOf(row);
	}

	private static Place placeOf(UUID row) {
		return new Place("message", "text", row);
	}

}
