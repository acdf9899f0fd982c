package org.secondavis.appointment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/** The days that are not as the week says. */
interface DayChanges extends Repository<DayChange, UUID> {

	DayChange save(DayChange change);

	Optional<DayChange> findById(UUID id);

	List<DayChange> findByDoctorIdInAndDayBetweenOrderByDay(Collection<UUID> doctors, LocalDate first, LocalDate last);

	void delete(DayChange change);

}
