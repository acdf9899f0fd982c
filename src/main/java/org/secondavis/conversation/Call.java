package org.secondavis.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import org.secondavis.encryption.Place;
import org.secondavis.encryption.Vault;
import org.secondavis.request.Contact.Person;
import org.secondavis.request.Contact.TimeOfDay;
import org.secondavis.request.StaffId;

/**
 * A call of the clinic. The latest that names a day, or reached somebody, says when to
 * call next.
 */
@Entity
@Table(name = "phone_call")
public class Call extends Said {

	@Enumerated(EnumType.STRING)
	private Person person;

	@Enumerated(EnumType.STRING)
	private CallOutcome outcome;

	private @Nullable LocalDate nextDay;

	@Enumerated(EnumType.STRING)
	private @Nullable TimeOfDay nextTime;

	@SuppressWarnings("NullAway.Init")
	protected Call() {
	}

	private Call(UUID id, UUID requestId, StaffId author, Person person, CallOutcome outcome, String words,
			@Nullable LocalDate nextDay, @Nullable TimeOfDay nextTime, Vault vault, Instant at) {
		super(id, requestId, author, at, vault.seal(words, placeOf(id)));
		this.person = person;
		this.outcome = outcome;
		this.nextDay = nextDay;
		this.nextTime = nextTime;
	}

	/**
	 * A call that was just made.
	 * @param words what was said; blank if nothing worth keeping
	 */
	public static Call made(UUID requestId, StaffId author, Person person, CallOutcome outcome, String words,
			@Nullable LocalDate nextDay, @Nullable TimeOfDay nextTime, Vault vault, Instant at) {
		return new Call(UuidCreator.getTimeOrderedEpoch(), requestId, author, person, outcome, words, nextDay,
				(nextDay != null) ? nextTime : null, vault, at);
	}

	/** Who was called. */
	public Person getPerson() {
		return this.person;
	}

	public CallOutcome getOutcome() {
		return this.outcome;
	}

	/** The day on which to call again, if it was agreed or meant. */
	public @Nullable LocalDate getNextDay() {
		return this.nextDay;
	}

	/** The part of that day, if it matters. */
	public @Nullable TimeOfDay getNextTime() {
		return this.nextTime;
	}

	@Override
	Place place(UUID row) {
		return placeOf(row);
	}

	private static Place placeOf(UUID row) {
		return new Place("phone_call", "text", row);
	}

}
