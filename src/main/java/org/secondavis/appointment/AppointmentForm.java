package org.secondavis.appointment;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.secondavis.staff.WrongInputException;

import static org.secondavis.staff.WrongInputException.require;

/**
 * What staff fill in about an appointment; which fields matter depends on what they do.
 *
 * @param seen the appointment that was on the page
 * @param doctor the account of the doctor
 * @param visit how doctor and patient meet
 * @param from the first day whose free times are shown
 * @param times the free times that were ticked
 * @param day the day of a time that is typed
 * @param hour its hour
 * @param minutes how long it takes
 * @param link where a video takes place
 * @param answer what the patient answered by telephone
 * @param words a few words of the patient
 */
record AppointmentForm(String seen, String doctor, String visit, String from, List<String> times, String day,
		String hour, String minutes, String link, String answer, String words) {

	static final int MOST_TIMES = 3;

	private static final int LONGEST_LINK = 500;

	AppointmentForm(@Nullable String seen, @Nullable String doctor, @Nullable String visit, @Nullable String from,
			@Nullable List<String> times, @Nullable String day, @Nullable String hour, @Nullable String minutes,
			@Nullable String link, @Nullable String answer, @Nullable String words) {
		this.seen = Typed.line(seen);
		this.doctor = Typed.line(doctor);
		this.visit = Typed.line(visit);
		this.from = Typed.line(from);
		this.times = (times != null) ? times.stream().map(Typed::line).distinct().toList() : List.of();
		this.day = Typed.line(day);
		this.hour = Typed.line(hour);
		this.minutes = (minutes != null) ? Typed.line(minutes) : "30";
		this.link = Typed.line(link);
		this.answer = Typed.line(answer);
		this.words = Typed.area(words);
	}

	Seen proposal() {
		return new Seen(this.seen);
	}

	/** How a time that can be ticked stands in the form. */
	static String tick(Span span) {
		return span.begins() + "/" + span.minutes();
	}

	/**
	 * The times that were ticked or typed.
	 * @param most how many they may be
	 * @throws WrongInputException if there is none, or too many, or one does not fit
	 */
	List<Span> chosen(int most, ZoneId zone, Instant now) {
		List<Span> chosen = new ArrayList<>(this.times.stream().map(AppointmentForm::ticked).toList());
		if (!this.day.isEmpty() || !this.hour.isEmpty()) {
			chosen.add(typed(zone));
		}
		require(!chosen.isEmpty(), "times", "appointments.times.none");
		require(chosen.size() <= most, "times", (most == 1) ? "appointments.times.one" : "appointments.times.three");
		require(chosen.stream().allMatch((span) -> span.begins().isAfter(now)), "times", "appointments.times.past");
		require(chosen.stream()
			.noneMatch((one) -> chosen.stream().anyMatch((other) -> one != other && one.overlaps(other))), "times",
				"appointments.times.overlap");
		return chosen;
	}

	private static Span ticked(String tick) {
		int slash = tick.indexOf('/');
		try {
			Instant begins = Instant.parse(tick.substring(0, Math.max(slash, 0)));
			require(Typed.date(LocalDate.ofInstant(begins, ZoneOffset.UTC).toString()).isPresent(), "times",
					"appointments.times.none");
			return Span.of(begins, Typed.minutes(tick.substring(slash + 1)).orElseThrow(() -> unknown("times")));
		}
		catch (DateTimeException ex) {
			throw unknown("times");
		}
	}

	private static WrongInputException unknown(String field) {
		return new WrongInputException(field, "appointments.times.none");
	}

	private Span typed(ZoneId zone) {
		LocalDate date = Typed.date(this.day).orElseThrow(() -> new WrongInputException("day", "appointments.day"));
		LocalTime time = Typed.time(this.hour).orElseThrow(() -> new WrongInputException("hour", "appointments.hour"));
		int length = Typed.minutes(this.minutes)
			.orElseThrow(() -> new WrongInputException("minutes", "appointments.minutes"));
		return TimeTable.moment(date.atTime(time), zone, length)
			.orElseThrow(() -> new WrongInputException("hour", "appointments.hour.leftOut"));
	}

	/** The address of a video. */
	String videoLink() {
		require(this.link.matches("https://[^\\s\"<>]+") && this.link.length() <= LONGEST_LINK, "link",
				"appointments.link.malformed");
		return this.link;
	}

	/** The patient's words. */
	String answerWords() {
		require(this.words.length() <= AppointmentAnswers.LONGEST, "words", "appointments.words.long");
		return this.words;
	}

	UUID doctorId(List<Doctors.Doctor> doctors) {
		return Typed.id(this.doctor)
			.filter((id) -> doctors.stream().anyMatch((one) -> one.id().equals(id)))
			.orElseThrow(() -> new WrongInputException("doctor", "appointments.doctor.choose"));
	}

	Visit visitMode() {
		return Typed.visit(this.visit).orElseThrow(() -> new WrongInputException("visit", "appointments.visit.choose"));
	}

	/** What stands in the field for it: what was typed, else what is known. */
	AppointmentForm linkedTo(@Nullable String known) {
		return new AppointmentForm(this.seen, this.doctor, this.visit, this.from, this.times, this.day, this.hour,
				this.minutes, this.link.isEmpty() ? known : this.link, this.answer, this.words);
	}

	@Override
	public String toString() {
		return "AppointmentForm[…]";
	}

}
