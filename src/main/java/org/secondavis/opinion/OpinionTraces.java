package org.secondavis.opinion;

import java.util.List;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/** What is known of opinions without a word of them. */
public interface OpinionTraces extends Repository<OpinionTrace, String> {

	/** All that is known of the one on a request, oldest first. */
	List<OpinionTrace> findByRequestIdOrderByAt(UUID requestId);

}
