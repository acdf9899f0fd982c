package org.secondavis.appointment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.secondavis.encryption.Place;
import org.secondavis.encryption.Vault;
import org.secondavis.request.StaffId;

/** One line of what was done about an appointment. It is written once. */
@Entity
public class AppointmentAct {

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	@ManyToOne(fetch = FetchType.LAZY)
	private Appointment appointment;

	@Enumerated(EnumType.STRING)
	private Act act;

	private @Nullable StaffId author;

	private Instant at;

	@JdbcTypeCode(SqlTypes.ARRAY)
	private List<Instant> times;

	private byte @Nullable [] words;

	@SuppressWarnings("NullAway.Init")
	protected AppointmentAct() {
	}

	AppointmentAct(Appointment appointment, Act act, @Nullable StaffId author, Instant at, List<Span> times) {
		this.id = UuidCreator.getTimeOrderedEpoch();
		this.appointment = appointment;
		this.act = act;
		this.author = author;
		this.at = at;
		this.times = times.stream().map(Span::begins).toList();
	}

	AppointmentAct saying(String words, Vault vault) {
		this.words = words.isEmpty() ? null : vault.seal(words, place());
		return this;
	}

	public Act getAct() {
		return this.act;
	}

	/** Who did it; none when the patient did, or nobody. */
	public @Nullable StaffId getAuthor() {
		return this.author;
	}

	public Instant getAt() {
		return this.at;
	}

	/** When the times begin that it was about. */
	public List<Instant> getTimes() {
		return List.copyOf(this.times);
	}

	/** What the patient said to it, if anything. */
	public @Nullable String words(Vault vault) {
		return (this.words != null) ? vault.open(this.words, String.class, place()) : null;
	}

	private Place place() {
		return new Place("appointment_act", "words", this.id);
	}

}
