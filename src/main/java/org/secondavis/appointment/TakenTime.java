package org.secondavis.appointment;

import java.time.Instant;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * A time of a doctor that is held for a patient or booked. The database lets no two of a
 * doctor overlap while they are.
 */
@Entity
@Table(name = "appointment_time")
class TakenTime {

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	@ManyToOne(fetch = FetchType.LAZY)
	private Appointment appointment;

	private UUID doctorId;

	@Enumerated(EnumType.STRING)
	private State state;

	private Instant begins;

	private Instant ends;

	@SuppressWarnings("NullAway.Init")
	protected TakenTime() {
	}

	TakenTime(Appointment appointment, UUID doctorId, State state, Span span) {
		this.id = UuidCreator.getTimeOrderedEpoch();
		this.appointment = appointment;
		this.doctorId = doctorId;
		this.state = state;
		this.begins = span.begins();
		this.ends = span.ends();
	}

	void book() {
		this.state = State.BOOKED;
	}

	void release() {
		this.state = State.RELEASED;
	}

	void moveTo(UUID doctorId, Span span) {
		this.doctorId = doctorId;
		this.begins = span.begins();
		this.ends = span.ends();
	}

	UUID getId() {
		return this.id;
	}

	State getState() {
		return this.state;
	}

	Span span() {
		return new Span(this.begins, this.ends);
	}

	enum State {

		HELD, BOOKED, RELEASED

	}

}
