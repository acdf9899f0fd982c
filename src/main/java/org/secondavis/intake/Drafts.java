package org.secondavis.intake;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All forms that are being filled in. */
interface Drafts extends Repository<Draft, UUID> {

	Draft save(Draft draft);

	@Query("select d from Draft d where d.tokenHash = :tokenHash and d.expiresAt > :now")
	Optional<Draft> find(byte[] tokenHash, Instant now);

	/** The same, and whoever else wants to change it waits until this one is done. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select d from Draft d where d.tokenHash = :tokenHash and d.expiresAt > :now")
	Optional<Draft> lock(byte[] tokenHash, Instant now);

	@Query("select d from Draft d where d.id = :id and d.expiresAt > :now")
	Optional<Draft> findById(UUID id, Instant now);

	/** The same, which nobody else can change until the caller's transaction ends. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select d from Draft d where d.id = :id and d.expiresAt > :now")
	Optional<Draft> lockById(UUID id, Instant now);

	@Modifying
	@Transactional
	@Query("delete from Draft d where d.tokenHash = :tokenHash")
	void delete(byte[] tokenHash);

	/** Removes what is left of the draft that became this request. */
	@Modifying(flushAutomatically = true)
	@Query("delete from Draft d where d.id = (select r.draftId from SecondOpinionRequest r where r.id = :requestId)")
	void deleteOf(UUID requestId);

	@Modifying
	@Query("delete from Draft d where d.id = :id")
	void deleteById(UUID id);

	@Modifying
	@Transactional
	@Query("delete from Draft d where d.expiresAt <= :now")
	int deleteExpired(Instant now);

}
