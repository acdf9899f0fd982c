package org.secondavis.opinion;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/** The written opinions; a request has one at most. */
public interface Opinions extends Repository<Opinion, UUID> {

	/** Stores it; in the same transaction listeners hear what was done. */
	<T extends Opinion> T save(T opinion);

	Optional<Opinion> findByRequestId(UUID requestId);

}
