package org.secondavis.request;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All requests that the clinic holds. */
public interface Requests extends Repository<SecondOpinionRequest, UUID> {

	SecondOpinionRequest save(SecondOpinionRequest request);

	Optional<SecondOpinionRequest> findById(UUID id);

	Optional<SecondOpinionRequest> findByReference(Reference reference);

	/** The request and its history in one go. */
	@EntityGraph(attributePaths = "history")
	Optional<SecondOpinionRequest> findWithHistoryByReference(Reference reference);

	/** The request, which nobody else can change until the caller's transaction ends. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("from SecondOpinionRequest where reference = :reference")
	Optional<SecondOpinionRequest> lockByReference(Reference reference);

	Optional<SecondOpinionRequest> findByDraftId(UUID draftId);

	/** For those who do it together with something else, in one statement. */
	String MARK_READ = "update second_opinion_request set first_read_at = :now where id = :id and first_read_at is null";

	/**
	 * Notes that a person has read the request, unless one had already; no form is
	 * overtaken by it.
	 */
	@Modifying
	@Query(value = MARK_READ, nativeQuery = true)
	void markRead(UUID id, Instant now);

	long countByStatus(Status status);

	/** Removes a request with all that belongs to it. */
	void delete(SecondOpinionRequest request);

}
