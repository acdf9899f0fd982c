package org.secondavis.opinion;

import java.util.List;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/** What patients ask about their opinions. */
interface OpinionQuestions extends Repository<OpinionQuestion, UUID> {

	/** Stores it; in the same transaction listeners hear of it. */
	<T extends OpinionQuestion> T save(T question);

	/** All about an opinion, in their order. */
	List<OpinionQuestion> findByOpinionIdOrderByNumber(UUID opinionId);

}
