package org.secondavis.doctor;

import java.time.LocalDate;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** Days on which a doctor is away. Why is not asked, so that it cannot be read. */
@Entity
public class Absence {

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	private UUID doctorId;

	private LocalDate firstDay;

	private LocalDate lastDay;

	@SuppressWarnings("NullAway.Init")
	protected Absence() {
	}

	/**
	 * Notes that the doctor is away.
	 * @param doctorId the doctor's account
	 * @param firstDay the first day away, at the clinic
	 * @param lastDay the last day away
	 */
	public Absence(UUID doctorId, LocalDate firstDay, LocalDate lastDay) {
		if (lastDay.isBefore(firstDay)) {
			throw new IllegalArgumentException("An absence does not end before it begins");
		}
		this.id = UuidCreator.getTimeOrderedEpoch();
		this.doctorId = doctorId;
		this.firstDay = firstDay;
		this.lastDay = lastDay;
	}

	public UUID getId() {
		return this.id;
	}

	/** The account of the doctor who is away. */
	public UUID getDoctorId() {
		return this.doctorId;
	}

	public LocalDate getFirstDay() {
		return this.firstDay;
	}

	public LocalDate getLastDay() {
		return this.lastDay;
	}

	/** Whether the doctor is away on that day. */
	public boolean includes(LocalDate day) {
		return !day.isBefore(this.firstDay) && !day.isAfter(this.lastDay);
	}

}
