package org.secondavis.clinic;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DatesTests {

	private final Dates dates = new Dates(
			() -> new Clinic("Clinique des Tilleuls", "01 23 45 67 89", "a@tilleuls.example", "12 rue des Tilleuls",
					"de 9 h à 17 h", ZoneId.of("Europe/Paris"), 5, "150 €", List.of(), null, null, null, Map.of()));

	@Test
	void aDayAndHourReadAsInFrance() {
		assertThat(this.dates.dateTime(Instant.parse("2026-11-24T13:30:00Z"), Locale.FRENCH))
			.isEqualTo("mar. 24 nov. 2026, 14\u00A0h\u00A030");
	}

	@Test
	void aDayAndHourReadAsInEnglish() {
		assertThat(this.dates.dateTime(Instant.parse("2026-11-24T08:05:00Z"), Locale.ENGLISH))
			.isEqualTo("Tue 24 Nov 2026, 09:05");
	}

	@Test
	void anAppointmentSaysWhoseTimeItTells() {
		Instant winter = Instant.parse("2026-11-30T08:00:00Z");
		assertThat(this.dates.appointment(winter, Locale.FRENCH))
			.isEqualTo("lun. 30 nov. 2026, 9\u00A0h\u00A000 (heure de Paris)");
		assertThat(this.dates.appointment(winter, Locale.ENGLISH)).isEqualTo("Mon 30 Nov 2026, 09:00 (Paris time)");
		assertThat(this.dates.appointment(winter, Locale.forLanguageTag("fr-simple"))).endsWith("(heure de Paris)");
		assertThat(this.dates.zone(Locale.GERMAN)).isEqualTo("Mitteleuropäische Zeit");
		assertThat(this.dates.time(Instant.parse("2027-07-01T07:00:00Z"), Locale.FRENCH)).isEqualTo("9\u00A0h\u00A000");
	}

	@Test
	void theFirstOfAMonthIsAnOrdinalInFrench() {
		assertThat(this.dates.date(LocalDate.of(2026, 12, 1), Locale.FRENCH)).isEqualTo("mar. 1er déc. 2026");
	}

	@Test
	void easyToReadFrenchAbbreviatesNothing() {
		Locale simple = Locale.forLanguageTag("fr-simple");
		assertThat(this.dates.dateTime(Instant.parse("2026-12-01T13:30:00Z"), simple))
			.isEqualTo("mardi 1er décembre 2026, 14\u00A0h\u00A030");
		assertThat(this.dates.dayAndMonth(LocalDate.of(2026, 12, 3), simple)).isEqualTo("3 décembre");
	}

	@Test
	void aLanguageThatIsNotOursWritesDaysInItsOwnWay() {
		assertThat(this.dates.dateTime(Instant.parse("2026-11-24T08:05:00Z"), Locale.GERMAN))
			.isEqualTo("Dienstag, 24. November 2026, 09:05");
		assertThat(this.dates.plain(LocalDate.of(1950, 3, 31), Locale.GERMAN)).isEqualTo("31. März 1950");
	}

	@Test
	void aDateOfBirthHasNoWeekday() {
		assertThat(this.dates.plain(LocalDate.of(1950, 3, 1), Locale.FRENCH)).isEqualTo("1er mars 1950");
		assertThat(this.dates.plain(LocalDate.of(1950, 3, 31), Locale.ENGLISH)).isEqualTo("31 March 1950");
	}

	@Test
	void anInstantFallsOnTheDayOfTheClinic() {
		assertThat(this.dates.date(Instant.parse("2026-11-24T23:30:00Z"), Locale.FRENCH))
			.isEqualTo("mer. 25 nov. 2026");
	}

	@Test
	void summerTimeIsTakenIntoAccount() {
		assertThat(this.dates.dateTime(Instant.parse("2026-10-25T00:30:00Z"), Locale.FRENCH))
			.isEqualTo("dim. 25 oct. 2026, 2\u00A0h\u00A030");
		assertThat(this.dates.dateTime(Instant.parse("2026-10-25T02:30:00Z"), Locale.FRENCH))
			.isEqualTo("dim. 25 oct. 2026, 3\u00A0h\u00A030");
	}

}
