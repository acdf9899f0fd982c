package org.secondavis.appointment;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A day on which a doctor's hours are not as the week says. */
@Entity
class DayChange {

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	private UUID doctorId;

	private LocalDate day;

	@Enumerated(EnumType.STRING)
	private Kind kind;

	@JdbcTypeCode(SqlTypes.LOCAL_TIME)
	private @Nullable LocalTime fromTime;

	@JdbcTypeCode(SqlTypes.LOCAL_TIME)
	private @Nullable LocalTime toTime;

	private @Nullable Integer minutes;

	@Enumerated(EnumType.STRING)
	private @Nullable Visit visit;

	@SuppressWarnings("NullAway.Init")
	protected DayChange() {
	}

	private DayChange(UUID doctorId, LocalDate day, Kind kind, @Nullable LocalTime from, @Nullable LocalTime to) {
		this.id = UuidCreator.getTimeOrderedEpoch();
		this.doctorId = doctorId;
		this.day = day;
		this.kind = kind;
		this.fromTime = from;
		this.toTime = to;
	}

	/** Takes hours out, or the whole day where none are named. */
	static DayChange closed(UUID doctorId, LocalDate day, @Nullable LocalTime from, @Nullable LocalTime to) {
		return new DayChange(doctorId, day, Kind.CLOSED, from, to);
	}

	/** Adds hours, on a day on which the clinic is closed too. */
	static DayChange extra(UUID doctorId, LocalDate day, Hours hours) {
		DayChange change = new DayChange(doctorId, day, Kind.EXTRA, hours.from(), hours.to());
		change.minutes = hours.minutes();
		change.visit = hours.visit();
		return change;
	}

	boolean isOn(LocalDate day) {
		return this.day.equals(day);
	}

	/** The hours that it adds; none if it takes some out. */
	public @Nullable Hours hours() {
		return (this.kind == Kind.EXTRA && this.fromTime != null && this.toTime != null && this.minutes != null)
				? new Hours(this.fromTime, this.toTime, this.minutes, this.visit) : null;
	}

	/** Whether nobody is seen then because of it. */
	boolean takesOut(LocalTime from, LocalTime to) {
		return this.kind == Kind.CLOSED && (this.fromTime == null || this.toTime == null
				|| (from.isBefore(this.toTime) && this.fromTime.isBefore(to)));
	}

	public UUID getId() {
		return this.id;
	}

	public UUID getDoctorId() {
		return this.doctorId;
	}

	public LocalDate getDay() {
		return this.day;
	}

	public Kind getKind() {
		return this.kind;
	}

	public @Nullable LocalTime getFromTime() {
		return this.fromTime;
	}

	public @Nullable LocalTime getToTime() {
		return this.toTime;
	}

	public @Nullable Integer getMinutes() {
		return this.minutes;
	}

	public @Nullable Visit getVisit() {
		return this.visit;
	}

	/** Whether hours are added or taken out. */
	enum Kind {

		CLOSED, EXTRA

	}

}
