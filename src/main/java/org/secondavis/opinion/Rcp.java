package org.secondavis.opinion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import org.secondavis.encryption.Place;
import org.secondavis.encryption.Vault;
import org.secondavis.request.StaffId;

/**
 * The clinic's own multidisciplinary meeting about a request (réunion de concertation
 * pluridisciplinaire; Code de la santé publique, D.6124-131): planned, then held.
 */
@Entity
public class Rcp {

	/**
	 * How many different specialties have to be there (Haute Autorité de santé, « Réunion
	 * de concertation pluridisciplinaire »).
	 */
	public static final int SPECIALTIES = 3;

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	private UUID requestId;

	@Enumerated(EnumType.STRING)
	private State state;

	private LocalDate day;

	@JdbcTypeCode(SqlTypes.ARRAY)
	@Enumerated(EnumType.STRING)
	private List<RcpRole> roles = List.of();

	private byte @Nullable [] advice;

	private StaffId notedBy;

	private Instant notedAt;

	@SuppressWarnings("NullAway.Init")
	protected Rcp() {
	}

	/** Plans a meeting for that day. */
	public Rcp(UUID requestId, LocalDate day, StaffId by, Instant now) {
		this.id = UuidCreator.getTimeOrderedEpoch();
		this.requestId = requestId;
		this.state = State.PLANNED;
		this.day = day;
		this.notedBy = by;
		this.notedAt = now;
	}

	/** Puts a planned meeting off. */
	public void putOff(LocalDate day, StaffId by, Instant now) {
		require(State.PLANNED);
		this.day = day;
		note(by, now);
	}

	/**
	 * The meeting was held.
	 * @param roles who took part, by what they are
	 * @param advice what was advised
	 * @throws IllegalArgumentException if fewer than {@value #SPECIALTIES} specialties
	 * took part or nothing was advised
	 */
	public void hold(LocalDate day, Set<RcpRole> roles, String advice, Vault vault, StaffId by, Instant now) {
		require(State.PLANNED);
		if (!isQuorate(roles) || advice.isBlank()) {
			throw new IllegalArgumentException("A meeting needs specialties and advice");
		}
		this.state = State.HELD;
		this.day = day;
		this.roles = List.copyOf(EnumSet.copyOf(roles));
		this.advice = vault.seal(advice, place());
		note(by, now);
	}

	/** Whether enough specialties took part. */
	public static boolean isQuorate(Set<RcpRole> roles) {
		return roles.stream().filter(RcpRole::isSpecialty).count() >= SPECIALTIES;
	}

	/** The meeting will not be held. */
	public void cancel(StaffId by, Instant now) {
		require(State.PLANNED);
		this.state = State.CANCELLED;
		note(by, now);
	}

	private void require(State expected) {
		if (this.state != expected) {
			throw new SealedOpinionException();
		}
	}

	private void note(StaffId by, Instant now) {
		this.notedBy = by;
		this.notedAt = now;
	}

	/** What was advised; none before the meeting. */
	public @Nullable String advice(Vault vault) {
		return (this.advice != null) ? vault.open(this.advice, String.class, place()) : null;
	}

	private Place place() {
		return new Place("rcp", "advice", this.id);
	}

	public boolean isHeld() {
		return this.state == State.HELD;
	}

	public boolean isPlanned() {
		return this.state == State.PLANNED;
	}

	/** Grows with every change; a form that carries an older one has been overtaken. */
	public int revision() {
		return Objects.requireNonNullElse(this.version, 0);
	}

	public UUID getId() {
		return this.id;
	}

	public UUID getRequestId() {
		return this.requestId;
	}

	public State getState() {
		return this.state;
	}

	/** For when it is planned, or when it was held. */
	public LocalDate getDay() {
		return this.day;
	}

	/** Who took part, by what they are. */
	public List<RcpRole> getRoles() {
		return this.roles;
	}

	/** Who noted down last how it stands. */
	public StaffId getNotedBy() {
		return this.notedBy;
	}

	public Instant getNotedAt() {
		return this.notedAt;
	}

	@Override
	public String toString() {
		return "Rcp[%s, %s]".formatted(this.id, this.state);
	}

	/** How far a meeting has come. */
	public enum State {

		PLANNED, HELD, CANCELLED

	}

}
