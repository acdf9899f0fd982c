package org.secondavis.doctor;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** When doctors are away. */
public interface Absences extends Repository<Absence, UUID> {

	Absence save(Absence absence);

	Optional<Absence> findById(UUID id);

	/** Whoever is away on any of these days, both included, the earliest first. */
	@Query("from Absence where firstDay <= :last and lastDay >= :first order by firstDay, id")
	List<Absence> between(LocalDate first, LocalDate last);

	/** The absences of a doctor that are not over on that day, the earliest first. */
	@Query("from Absence where doctorId = :doctorId and lastDay >= :day order by firstDay, id")
	List<Absence> ofDoctorFrom(UUID doctorId, LocalDate day);

	void delete(Absence absence);

}
