package org.secondavis.appointment;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which part of the agenda is shown.
 *
 * @param week whether a week, else a day
 * @param day the day, or a day of the week
 * @param doctor whose it is; none if everybody's
 */
record AgendaView(boolean week, LocalDate day, @Nullable UUID doctor) {

	/** Whatever is not understood leads to this week, and to all doctors. */
	static AgendaView of(String vue, String jour, String medecin, List<Doctors.Doctor> doctors, LocalDate today) {
		UUID doctor = Typed.id(medecin)
			.filter((id) -> doctors.stream().anyMatch((one) -> one.id().equals(id)))
			.orElse(null);
		return new AgendaView(!vue.equals("jour"), Typed.date(jour).orElse(today), doctor);
	}

	public LocalDate first() {
		return this.week ? this.day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : this.day;
	}

	public LocalDate last() {
		return this.week ? first().plusDays(6) : this.day;
	}

	public String earlier() {
		return url(this.week, this.week ? this.day.minusWeeks(1) : this.day.minusDays(1));
	}

	public String later() {
		return url(this.week, this.week ? this.day.plusWeeks(1) : this.day.plusDays(1));
	}

	public String asDay() {
		return url(false, this.day);
	}

	public String asWeek() {
		return url(true, this.day);
	}

	/** Where a day of a week is shown alone. */
	public String on(LocalDate day) {
		return url(false, day);
	}

	private String url(boolean week, LocalDate day) {
		UriComponentsBuilder url = UriComponentsBuilder.fromPath("/admin/agenda")
			.queryParam("vue", week ? "semaine" : "jour")
			.queryParam("jour", day);
		if (this.doctor != null) {
			url.queryParam("medecin", this.doctor);
		}
		return url.toUriString();
	}

}
