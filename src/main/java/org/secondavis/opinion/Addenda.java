package org.secondavis.opinion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What follows opinions. */
interface Addenda extends Repository<Addendum, UUID> {

	/** Stores it; in the same transaction listeners hear what was done. */
	<T extends Addendum> T save(T addendum);

	/** All of an opinion, oldest first. */
	List<Addendum> findByOpinionIdOrderById(UUID opinionId);

	/** What the patient has of it, oldest first. */
	List<Addendum> findByOpinionIdAndDeliveredAtIsNotNullOrderByDeliveredAt(UUID opinionId);

	/** How much of that the patient has not seen. */
	int countByOpinionIdAndDeliveredAtIsNotNullAndReadAtIsNull(UUID opinionId);

	/** Notes that the patient has seen all there is; only the first time counts. */
	@Modifying
	@Query("""
			update Addendum a set a.readAt = :now
			where a.opinionId = :opinionId and a.deliveredAt is not null and a.readAt is null""")
	void markRead(UUID opinionId, Instant now);

}
