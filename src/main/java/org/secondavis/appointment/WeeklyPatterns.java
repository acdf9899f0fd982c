package org.secondavis.appointment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The hours that doctors keep week by week. */
interface WeeklyPatterns extends Repository<WeeklyPattern, UUID> {

	WeeklyPattern save(WeeklyPattern pattern);

	Optional<WeeklyPattern> findById(UUID id);

	/** Those of these doctors that hold on a day of these. */
	@Query("""
			from WeeklyPattern where doctorId in :doctors and validFrom <= :last
			and (validUntil is null or validUntil >= :first) order by validFrom, hours.from, id""")
	List<WeeklyPattern> findHolding(Collection<UUID> doctors, LocalDate first, LocalDate last);

	void delete(WeeklyPattern pattern);

}
