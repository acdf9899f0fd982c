package org.secondavis.conversation;

import java.util.List;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/** All calls of the clinic, their words sealed. */
public interface Calls extends Repository<Call, UUID> {

	Call save(Call call);

	/** Those about one request, the latest first. */
	List<Call> findByRequestIdOrderByWrittenAtDescIdDesc(UUID requestId);

}
