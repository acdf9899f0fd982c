package org.secondavis.appointment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;

import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** All appointments, those that came to nothing included. */
public interface Appointments extends Repository<Appointment, UUID> {

	/**
	 * Keeps it at once, so that what it releases is free for what is taken next. Where
	 * somebody else has the time a constraint of the database is broken.
	 */
	Appointment saveAndFlush(Appointment appointment);

	Optional<Appointment> findById(UUID id);

	/** All of a request with their times and acts in one statement, oldest first. */
	@EntityGraph(attributePaths = { "times", "acts" })
	List<Appointment> findByRequestIdOrderByCreatedAt(UUID requestId);

	/** The one that is under way, or the last that was. */
	default Optional<Appointment> findLatest(UUID requestId) {
		return Appointment.latest(findByRequestIdOrderByCreatedAt(requestId));
	}

	/** Notes that staff have seen the patient's answer; no form is overtaken by it. */
	@Modifying
	@Query("update Appointment set answerSeenAt = :now where id = :id and answerSeenAt is null")
	void markAnswerSeen(UUID id, Instant now);

	/**
	 * Those of a doctor to which nobody answered in time. Whoever takes a time of that
	 * doctor waits before it comes to this; the patient and the hourly job may have one
	 * of them, and are waited for.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("from Appointment where doctorId = :doctorId and state = PROPOSED and heldUntil <= :now order by id")
	List<Appointment> lockLapsed(UUID doctorId, Instant now);

	/** One to which nobody answered in time; those that others have locked are passed. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = "-2"))
	@Query("from Appointment where state = PROPOSED and heldUntil <= :now order by heldUntil limit 1")
	Optional<Appointment> takeLapsed(Instant now);

	/** One of which the patient is to be reminded; as above. */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = "-2"))
	@Query("""
			from Appointment where state = BOOKED and remindedAt is null and begins > :now and begins <= :until
			order by begins limit 1""")
	Optional<Appointment> takeNear(Instant now, Instant until);

}
