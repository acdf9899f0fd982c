package org.secondavis.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;

import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** The outbox as those see it who fill and empty it. */
interface MailQueue extends Repository<OutgoingMail, UUID> {

	/** Hibernate's sign for {@code skip locked}. */
	String SKIP_LOCKED = "-2";

	/**
	 * Queues a digest, unless one of its kind waits already. One that is on its way
	 * counts no more: it may have been written before what this one is about.
	 */
	@Modifying
	@Query(nativeQuery = true, value = """
			insert into outgoing_mail (id, version, template, recipient, status, queued_at, due)
			select :#{#digest.id}, 0, :#{#digest.template}, :#{#digest.recipient.name()}, 'QUEUED',
				:#{#digest.queuedAt}, :#{#digest.due}
			where not exists (
				select from outgoing_mail where template = :#{#digest.template} and status = 'QUEUED' and attempts = 0)
			on conflict do nothing""")
	void saveUnlessOneWaits(OutgoingMail digest);

	/** Queues a digest, unless this very one has been queued before. */
	@Modifying
	@Query(nativeQuery = true, value = """
			insert into outgoing_mail (id, version, template, recipient, account_id, status, queued_at, due)
			values (:#{#digest.id}, 0, :#{#digest.template}, :#{#digest.recipient.name()}, :#{#digest.accountId},
				'QUEUED', :#{#digest.queuedAt}, :#{#digest.due})
			on conflict do nothing""")
	void saveOnce(OutgoingMail digest);

	Optional<OutgoingMail> findById(UUID id);

	/**
	 * The mail that has been due the longest. It stays locked until the transaction ends;
	 * those that others have locked are passed over.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = SKIP_LOCKED))
	@Query("select m from OutgoingMail m where m.status = QUEUED and m.due <= :now order by m.due limit 1")
	Optional<OutgoingMail> takeDue(Instant now);

	/** How the queue stands; sent mails do not count. */
	@Query("""
			select new org.secondavis.mail.QueueState(
				count(case when m.status = QUEUED then 1 end),
				count(case when m.status = GIVEN_UP then 1 end),
				min(case when m.status = QUEUED and (m.attempts > 0 or m.due <= :now) then m.queuedAt end))
			from OutgoingMail m where m.status <> SENT""")
	QueueState state(Instant now);

	void delete(OutgoingMail mail);

	/** Calls back what has not left yet and is about this form. */
	@Modifying
	@Query("delete from OutgoingMail m where m.draftId = :draftId")
	void deleteByDraftId(UUID draftId);

}
