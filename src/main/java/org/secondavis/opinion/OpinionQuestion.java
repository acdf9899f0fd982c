package org.secondavis.opinion;

import java.time.Instant;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.springframework.data.domain.AbstractAggregateRoot;

import org.secondavis.encryption.Place;
import org.secondavis.encryption.Vault;

/** What a patient asks about an opinion once it is there. */
@Entity
public class OpinionQuestion extends AbstractAggregateRoot<OpinionQuestion> {

	/** How many each patient has. */
	public static final int MOST = 3;

	@Id
	private UUID id;

	private UUID opinionId;

	private int number;

	private byte[] text;

	private Instant askedAt;

	@SuppressWarnings("NullAway.Init")
	protected OpinionQuestion() {
	}

	private OpinionQuestion(UUID opinionId, int number, String text, Vault vault, Instant now) {
		this.id = UuidCreator.getTimeOrderedEpoch();
		this.opinionId = opinionId;
		this.number = number;
		this.text = vault.seal(text, place());
		this.askedAt = now;
	}

	/**
	 * Asks.
	 * @param number which of the patient's questions, from 1; the database takes none
	 * twice
	 */
	static OpinionQuestion ask(Opinion opinion, int number, String text, Vault vault, Instant now) {
		OpinionQuestion question = new OpinionQuestion(opinion.getId(), number, text, vault, now);
		question.registerEvent(new OpinionQuestionAsked(opinion.getRequestId(), question.id));
		return question;
	}

	/** What is asked. */
	public String text(Vault vault) {
		return vault.open(this.text, String.class, place());
	}

	private Place place() {
		return new Place("opinion_question", "text", this.id);
	}

	public UUID getId() {
		return this.id;
	}

	public UUID getOpinionId() {
		return this.opinionId;
	}

	public int getNumber() {
		return this.number;
	}

	public Instant getAskedAt() {
		return this.askedAt;
	}

	@Override
	public String toString() {
		return "OpinionQuestion[%s]".formatted(this.id);
	}

}
