package org.secondavis.conversation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All messages between patients and the clinic, sealed. */
public interface Messages extends Repository<Message, UUID> {

	/**
	 * Keeps a message. The same one a second time breaks a constraint of the database.
	 */
	Message save(Message message);

	List<Message> findByRequestIdOrderByWrittenAt(UUID requestId);

	/** How many messages of the clinic the patient has not seen. */
	@Query("select count(*) from Message where requestId = :requestId and author is not null and readAt is null")
	int countUnreadByPatient(UUID requestId);

	/** Notes that the other side has seen them; only the first time counts. */
	@Modifying
	@Transactional
	@Query("update Message m set m.readAt = :now where m.id in :ids and m.readAt is null")
	void markRead(Collection<UUID> ids, Instant now);

}
