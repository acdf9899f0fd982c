package org.secondavis.appointment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** Hours that a doctor keeps on the same day of each week, from one date to another. */
@Entity
class WeeklyPattern {

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	private UUID doctorId;

	@Enumerated(EnumType.STRING)
	private DayOfWeek weekday;

	@Embedded
	private Hours hours;

	private LocalDate validFrom;

	private @Nullable LocalDate validUntil;

	@SuppressWarnings("NullAway.Init")
	protected WeeklyPattern() {
	}

	WeeklyPattern(UUID doctorId, DayOfWeek weekday, Hours hours, LocalDate validFrom, @Nullable LocalDate validUntil) {
		this.id = UuidCreator.getTimeOrderedEpoch();
		this.doctorId = doctorId;
		this.weekday = weekday;
		this.hours = hours;
		this.validFrom = validFrom;
		this.validUntil = validUntil;
	}

	/** Whether these hours are kept on that day, as far as the week says. */
	boolean holdsOn(LocalDate day) {
		return day.getDayOfWeek() == this.weekday && !day.isBefore(this.validFrom)
				&& (this.validUntil == null || !day.isAfter(this.validUntil));
	}

	/** Ends with that day, unless it ends earlier. */
	void endOn(LocalDate day) {
		if (this.validUntil == null || this.validUntil.isAfter(day)) {
			this.validUntil = day;
		}
	}

	public UUID getId() {
		return this.id;
	}

	public UUID getDoctorId() {
		return this.doctorId;
	}

	public DayOfWeek getWeekday() {
		return this.weekday;
	}

	public Hours getHours() {
		return this.hours;
	}

	public LocalDate getValidFrom() {
		return this.validFrom;
	}

	public @Nullable LocalDate getValidUntil() {
		return this.validUntil;
	}

	public int revision() {
		return (this.version != null) ? this.version : 0;
	}

}
