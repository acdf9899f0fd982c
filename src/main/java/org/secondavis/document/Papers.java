package org.secondavis.document;

import java.util.List;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/** What patients told of their papers. */
public interface Papers extends Repository<Paper, UUID> {

	<T extends Paper> List<T> saveAll(Iterable<T> papers);

	List<Paper> findByRequestId(UUID requestId);

}
