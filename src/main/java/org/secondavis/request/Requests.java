package org.secondavis.request;

import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Lock;
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

	long countByStatus(Status status);

	/** Removes a request with all that belongs to it. */
	void delete(SecondOpinionRequest request);

}
