package org.secondavis.document;

import java.util.List;
import java.util.UUID;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;

/** What patients told of their papers. */
public interface Papers extends Repository<Paper, UUID> {

	<T extends Paper> List<T> saveAll(Iterable<T> papers);

	/** Each with all that was said of it. */
	@EntityGraph(attributePaths = "tellings")
	List<Paper> findByRequestId(UUID requestId);

}
