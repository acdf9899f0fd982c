package org.secondavis.opinion;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.AbstractAggregateRoot;

import org.secondavis.encryption.Place;
import org.secondavis.encryption.Vault;
import org.secondavis.request.StaffId;

/**
 * What follows an opinion that the patient has: the answer to a question, or what has
 * become known since. An opinion has one draft of it at a time.
 */
@Entity
public class Addendum extends AbstractAggregateRoot<Addendum> {

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	private UUID opinionId;

	private @Nullable UUID questionId;

	private byte[] text;

	private StaffId editedBy;

	private Instant editedAt;

	private @Nullable StaffId signedBy;

	private @Nullable Instant signedAt;

	private @Nullable Instant deliveredAt;

	private @Nullable Instant readAt;

	@SuppressWarnings("NullAway.Init")
	protected Addendum() {
	}

	/**
	 * Begins one.
	 * @param question what it answers; none if nobody asked
	 * @throws SealedOpinionException if the patient does not have the opinion yet
	 */
	public Addendum(Opinion opinion, @Nullable OpinionQuestion question, String text, Vault vault, StaffId by,
			Instant now) {
		if (opinion.getDeliveredAt() == null) {
			throw new SealedOpinionException();
		}
		this.id = UuidCreator.getTimeOrderedEpoch();
		this.opinionId = opinion.getId();
		this.questionId = (question != null) ? question.getId() : null;
		this.text = vault.seal(text, place());
		this.editedBy = by;
		this.editedAt = now;
	}

	/** Takes what a doctor has written. */
	public void write(String text, Vault vault, StaffId by, Instant now) {
		requireUnsigned();
		this.text = vault.seal(text, place());
		this.editedBy = by;
		this.editedAt = now;
	}

	/** A doctor answers for it, and the patient gets it. */
	public void signAndDeliver(Opinion opinion, Vault vault, StaffId doctor, Instant now) {
		requireUnsigned();
		if (text(vault).isBlank()) {
			throw new UnfinishedOpinionException(EnumSet.of(Lack.ANSWERS));
		}
		this.signedBy = doctor;
		this.signedAt = now;
		this.deliveredAt = now;
		registerEvent(new OpinionDelivered(opinion.getRequestId(), this.opinionId, this.id,
				Objects.requireNonNull(opinion.getWay())));
	}

	private void requireUnsigned() {
		if (this.signedAt != null) {
			throw new SealedOpinionException();
		}
	}

	/** What it says. */
	public String text(Vault vault) {
		return vault.open(this.text, String.class, place());
	}

	private Place place() {
		return new Place("addendum", "text", this.id);
	}

	/** Grows with every change; a form that carries an older one has been overtaken. */
	public int revision() {
		return Objects.requireNonNullElse(this.version, 0);
	}

	public UUID getId() {
		return this.id;
	}

	public UUID getOpinionId() {
		return this.opinionId;
	}

	/** The question that it answers; none if nobody asked. */
	public @Nullable UUID getQuestionId() {
		return this.questionId;
	}

	public StaffId getEditedBy() {
		return this.editedBy;
	}

	public Instant getEditedAt() {
		return this.editedAt;
	}

	/** The doctor who answers for it; none while it is being written. */
	public @Nullable StaffId getSignedBy() {
		return this.signedBy;
	}

	public @Nullable Instant getDeliveredAt() {
		return this.deliveredAt;
	}

	/** When the patient first opened it; none if not yet. */
	public @Nullable Instant getReadAt() {
		return this.readAt;
	}

	@Override
	public String toString() {
		return "Addendum[%s]".formatted(this.id);
	}

}
