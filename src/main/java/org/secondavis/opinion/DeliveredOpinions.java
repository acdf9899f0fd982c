package org.secondavis.opinion;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.secondavis.encryption.Vault;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The opinions that patients have. Whatever is not delivered is not to be found here, so
 * that nobody can show it by mistake.
 */
@Component
@Transactional(readOnly = true)
public class DeliveredOpinions {

	private final Opinions opinions;

	private final Rcps meetings;

	private final OpinionQuestions questions;

	private final Addenda addenda;

	private final OpinionDocuments documents;

	private final Vault vault;

	DeliveredOpinions(Opinions opinions, Rcps meetings, OpinionQuestions questions, Addenda addenda,
			OpinionDocuments documents, Vault vault) {
		this.opinions = opinions;
		this.meetings = meetings;
		this.questions = questions;
		this.addenda = addenda;
		this.documents = documents;
		this.vault = vault;
	}

	/** The opinion on a request, with all that belongs to it. */
	public Optional<DeliveredOpinion> find(UUID requestId) {
		return findAlone(requestId).map((opinion) -> new DeliveredOpinion(opinion,
				this.meetings.findByRequestIdOrderById(requestId).stream().filter(Rcp::isHeld).toList(),
				this.questions.findByOpinionIdOrderByNumber(opinion.getId()),
				this.addenda.findByOpinionIdAndDeliveredAtIsNotNullOrderByDeliveredAt(opinion.getId())));
	}

	/** The opinion on a request, and no more. */
	public Optional<Opinion> findAlone(UUID requestId) {
		return this.opinions.findByRequestId(requestId).filter((opinion) -> opinion.getDeliveredAt() != null);
	}

	/** How much of what follows the opinion the patient has not seen. */
	public int countUnread(Opinion opinion) {
		return this.addenda.countByOpinionIdAndDeliveredAtIsNotNullAndReadAtIsNull(opinion.getId());
	}

	/**
	 * A document as it was delivered.
	 * @param addendumId what follows the opinion; none for the opinion itself
	 */
	public Optional<byte[]> document(UUID requestId, @Nullable UUID addendumId, Audience audience) {
		return findAlone(requestId).flatMap((opinion) -> this.documents.find(opinion.getId(), addendumId, audience))
			.map((document) -> document.content(this.vault));
	}

}
