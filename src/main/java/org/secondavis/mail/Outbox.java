package org.secondavis.mail;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/** All mails that are to leave or have left. */
public interface Outbox extends Repository<OutgoingMail, UUID> {

	OutgoingMail save(OutgoingMail mail);

	Optional<OutgoingMail> findById(UUID id);

	List<OutgoingMail> findByRequestIdOrderByQueuedAt(UUID requestId);

}
