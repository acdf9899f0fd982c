package org.secondavis.conversation;

import java.util.List;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/** All that has been said about requests: messages, calls and internal notes. */
public interface Conversations extends Repository<Said, UUID> {

	/** Everything about one request, in one statement. */
	List<Said> findByRequestIdOrderByWrittenAt(UUID requestId);

}
