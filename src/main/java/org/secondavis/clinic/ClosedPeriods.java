package org.secondavis.clinic;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/** All periods in which the clinic is closed. The database keeps them apart. */
public interface ClosedPeriods extends Repository<ClosedPeriod, UUID> {

	ClosedPeriod save(ClosedPeriod period);

	Optional<ClosedPeriod> findById(UUID id);

	List<ClosedPeriod> findAllByOrderByFirstDay();

	void delete(ClosedPeriod period);

}
