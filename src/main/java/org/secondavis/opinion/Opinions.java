package org.secondavis.opinion;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The written opinions; a request has one at most. */
public interface Opinions extends Repository<Opinion, UUID> {

	/** Stores it; in the same transaction listeners hear what was done. */
	<T extends Opinion> T save(T opinion);

	Optional<Opinion> findById(UUID id);

	Optional<Opinion> findByRequestId(UUID requestId);

	/**
	 * Notes that the patient has opened it; only the first time counts. It is no change
	 * of the opinion, so no form of staff is overtaken by it.
	 */
	@Modifying
	@Query("update Opinion o set o.readAt = :now where o.id = :id and o.deliveredAt is not null and o.readAt is null")
	void markRead(UUID id, Instant now);

}
