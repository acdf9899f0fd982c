package org.secondavis.opinion;

import java.util.List;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/** The clinic's own meetings. */
public interface Rcps extends Repository<Rcp, UUID> {

	<T extends Rcp> T save(T meeting);

	/** All of a request, in the order in which they were planned. */
	List<Rcp> findByRequestIdOrderById(UUID requestId);

}
