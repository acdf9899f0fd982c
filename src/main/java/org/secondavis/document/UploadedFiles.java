package org.secondavis.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All files that patients sent. */
interface UploadedFiles extends Repository<UploadedFile, UUID> {

	/** Hibernate's sign for {@code skip locked}. */
	String SKIP_LOCKED = "-2";

	UploadedFile save(UploadedFile file);

	Optional<UploadedFile> findById(UUID id);

	/** Those that have arrived, oldest first. */
	@Query("""
			from UploadedFile f where f.state <> RECEIVING
			and (f.draftId = :#{#owner.draftId()} or f.requestId = :#{#owner.requestId()}) order by f.receivedAt, f.id""")
	List<UploadedFile> of(FileOwner owner);

	/**
	 * Each paper of a request beside each file that has arrived, either of them perhaps
	 * none.
	 */
	@Query("""
			select p, f from SecondOpinionRequest r left join Paper p on p.requestId = r.id left join fetch p.tellings
			left join UploadedFile f on f.requestId = r.id and f.state <> RECEIVING
			where r.id = :request order by f.receivedAt, f.id""")
	List<Object[]> dossier(UUID request);

	/** One that has arrived. */
	@Query("""
			from UploadedFile f where f.id = :id and f.state <> RECEIVING
			and (f.draftId = :#{#owner.draftId()} or f.requestId = :#{#owner.requestId()})""")
	Optional<UploadedFile> find(FileOwner owner, UUID id);

	/** How many there are, and how many bytes they are together. */
	@Query("""
			select new org.secondavis.document.Occupied(count(*), coalesce(sum(f.size), 0)) from UploadedFile f
			where f.draftId = :#{#owner.draftId()} or f.requestId = :#{#owner.requestId()}""")
	Occupied occupied(FileOwner owner);

	/** Whether the same content came before, for the same kind of paper. */
	@Query("""
			select count(old) > 0 from UploadedFile old, UploadedFile f where f.id = :id and old.id <> f.id
			and old.fingerprint = :fingerprint and old.paper is not distinct from f.paper
			and (old.draftId = f.draftId or old.requestId = f.requestId)""")
	boolean isSentAgain(UUID id, long fingerprint);

	@Modifying(flushAutomatically = true)
	@Transactional
	@Query("update UploadedFile f set f.draftId = null, f.requestId = :requestId where f.draftId = :draftId")
	void handOver(UUID draftId, UUID requestId);

	@Modifying
	@Transactional
	@Query("""
			delete from UploadedFile f where f.id = :id and f.state <> RECEIVING
			and (f.draftId = :#{#owner.draftId()} or f.requestId = :#{#owner.requestId()})""")
	void delete(FileOwner owner, UUID id);

	/** Whatever its state. */
	@Modifying
	@Transactional
	@Query("delete from UploadedFile f where f.id = :id")
	void drop(UUID id);

	@Modifying
	@Transactional
	@Query("delete from UploadedFile f where f.state = RECEIVING and f.receivedAt <= :before")
	int dropUnfinished(Instant before);

	/**
	 * The file that has waited the longest for the scanner. It stays locked until the
	 * transaction ends; those that others have locked are passed over.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = SKIP_LOCKED))
	@Query("select f from UploadedFile f where f.state = UNSCANNED and f.scanDue <= :now order by f.scanDue limit 1")
	Optional<UploadedFile> takeDue(Instant now);

}
