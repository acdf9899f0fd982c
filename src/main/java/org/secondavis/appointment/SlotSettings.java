package org.secondavis.appointment;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.CurrentClinic;
import org.secondavis.clinic.Dates;
import org.secondavis.settings.SettingArea;
import org.secondavis.settings.SettingHistory;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the hours of doctors; each change stands in the history of the settings. */
@Service
class SlotSettings {

	private static final Locale LANGUAGE = Locale.FRENCH;

	private final WeeklyPatterns patterns;

	private final DayChanges changes;

	private final Doctors doctors;

	private final SettingHistory history;

	private final MessageSource messages;

	private final Dates dates;

	private final CurrentClinic clinic;

	private final Clock clock;

	SlotSettings(WeeklyPatterns patterns, DayChanges changes, Doctors doctors, SettingHistory history,
			MessageSource messages, Dates dates, CurrentClinic clinic, Clock clock) {
		this.patterns = patterns;
		this.changes = changes;
		this.doctors = doctors;
		this.history = history;
		this.messages = messages;
		this.dates = dates;
		this.clinic = clinic;
		this.clock = clock;
	}

	LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.clinic.now().timeZone());
	}

	/** The weekly hours that hold today or will. */
	List<WeeklyPattern> patterns(UUID doctor) {
		return this.patterns.findHolding(List.of(doctor), today(), LocalDate.of(9999, 12, 31));
	}

	/** The days from today on that are not as the week says. */
	List<DayChange> changes(UUID doctor) {
		return this.changes.findByDoctorIdInAndDayBetweenOrderByDay(List.of(doctor), today(),
				LocalDate.of(9999, 12, 31));
	}

	@Transactional
	void add(WeeklyPattern pattern, UUID by) {
		this.patterns.save(pattern);
		note(pattern.getDoctorId(), null, words(pattern), by);
	}

	@Transactional
	void add(DayChange change, UUID by) {
		this.changes.save(change);
		note(change.getDoctorId(), null, words(change), by);
	}

	/**
	 * Ends weekly hours with today; those that have not begun go as if they had never
	 * been. Appointments that were made in them stay.
	 */
	@Transactional
	void end(UUID doctor, UUID id, int seen, UUID by) {
		WeeklyPattern pattern = this.patterns.findById(id)
			.filter((found) -> found.getDoctorId().equals(doctor) && found.revision() == seen)
			.orElseThrow(AppointmentOvertakenException::new);
		String before = words(pattern);
		if (pattern.getValidFrom().isAfter(today())) {
			this.patterns.delete(pattern);
			note(doctor, before, null, by);
			return;
		}
		pattern.endOn(today());
		this.patterns.save(pattern);
		note(doctor, before, words(pattern), by);
	}

	@Transactional
	void remove(UUID doctor, UUID id, UUID by) {
		DayChange change = this.changes.findById(id)
			.filter((found) -> found.getDoctorId().equals(doctor))
			.orElseThrow(AppointmentOvertakenException::new);
		this.changes.delete(change);
		note(doctor, words(change), null, by);
	}

	private void note(UUID doctor, @Nullable String before, @Nullable String after, UUID by) {
		this.history.note(SettingArea.SLOTS, doctor, this.doctors.nameOf(doctor).orElse(""), before, after, by);
	}

	private String words(WeeklyPattern pattern) {
		LocalDate until = pattern.getValidUntil();
		String from = this.dates.date(pattern.getValidFrom(), LANGUAGE);
		return "%s, %s, %s".formatted(pattern.getWeekday().getDisplayName(TextStyle.FULL, LANGUAGE),
				words(pattern.getHours()), (until != null)
						? text("slots.from.until", from, this.dates.date(until, LANGUAGE)) : text("slots.from", from));
	}

	private String words(DayChange change) {
		String day = this.dates.date(change.getDay(), LANGUAGE);
		Hours hours = change.hours();
		if (hours != null) {
			return "%s, %s".formatted(day, words(hours));
		}
		return (change.getFromTime() == null || change.getToTime() == null) ? text("slots.closed.day", day)
				: text("slots.closed.hours", day, this.dates.time(change.getFromTime(), LANGUAGE),
						this.dates.time(change.getToTime(), LANGUAGE));
	}

	private String words(Hours hours) {
		return text("slots.hours", this.dates.time(hours.from(), LANGUAGE), this.dates.time(hours.to(), LANGUAGE),
				hours.minutes(), text((hours.visit() != null) ? "Visit." + hours.visit() : "slots.either"));
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LANGUAGE);
	}

}
