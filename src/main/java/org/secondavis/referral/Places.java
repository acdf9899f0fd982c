package org.secondavis.referral;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All places of the directory. */
interface Places extends Repository<Place, UUID> {

	Place saveAndFlush(Place place);

	Optional<Place> findById(UUID id);

	@Query("from Place order by active desc, lower(name)")
	List<Place> findAll();

	@Query("from Place where active order by lower(name)")
	List<Place> findActive();

}
