package org.secondavis.opinion;

import java.util.List;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/** What follows opinions. */
interface Addenda extends Repository<Addendum, UUID> {

	/** Stores it; in the same transaction listeners hear what was done. */
	<T extends Addendum> T save(T addendum);

	/** All of an opinion, oldest first. */
	List<Addendum> findByOpinionIdOrderById(UUID opinionId);

}
