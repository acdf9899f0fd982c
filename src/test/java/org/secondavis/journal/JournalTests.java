package org.secondavis.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.secondavis.journal.JournalEntry.Kind;
import org.secondavis.staff.Role;

import static org.assertj.core.api.Assertions.assertThat;

class JournalTests {

	private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");

	private static final Doer ANNE = new Doer(Doer.Side.CLINIC, UUID.randomUUID(), "Anne", Role.DOCTOR);

	@Test
	void daysBeginWhereTheClinicIs() {
		Journal journal = journal(
				List.of(entry(Kind.NOTE, ANNE, Instant.parse("2026-11-24T23:30:00Z")), entry(Kind.NOTE, ANNE, NOON)));
		assertThat(journal.show().days().keySet()).containsExactly(LocalDate.of(2026, 11, 25),
				LocalDate.of(2026, 11, 24));
	}

	@Test
	void aLongJournalIsCutUnlessAllIsAskedFor() {
		Journal journal = journal(IntStream.range(0, Journal.SHORT + 2)
			.mapToObj((i) -> entry(Kind.NOTE, ANNE, NOON.minus(Duration.ofHours(i))))
			.toList());
		assertThat(journal.show().hidden()).isEqualTo(2);
		assertThat(journal.show("", "", true).hidden()).isZero();
	}

	@Test
	void oneSeesWhatOnePersonDidOrOneKindOfThings() {
		Journal journal = journal(List.of(entry(Kind.MAIL, Doer.NOBODY, NOON), entry(Kind.CALL, ANNE, NOON),
				entry(Kind.ANSWER, Doer.PATIENT, NOON), entry(Kind.NOTE, ANNE, NOON)));
		assertThat(kinds(journal.show("", "patient", false))).containsExactly(Kind.ANSWER);
		assertThat(kinds(journal.show("", ANNE.code(), false))).containsExactly(Kind.CALL, Kind.NOTE);
		assertThat(kinds(journal.show("note", ANNE.code(), false))).containsExactly(Kind.NOTE);
		assertThat(kinds(journal.show("x", "y", false))).hasSize(4);
		assertThat(journal.show().people()).containsExactly(Doer.NOBODY, ANNE, Doer.PATIENT);
	}

	@Test
	void onlyDecisionsAndAnswersOvertakeAForm() {
		Journal journal = journal(List.of(entry(Kind.MAIL, Doer.NOBODY, NOON), entry(Kind.ANSWER, Doer.PATIENT, NOON),
				entry(Kind.NOTE, ANNE, NOON), entry(Kind.DECISION, ANNE, NOON)));
		assertThat(journal.changes(1)).extracting(JournalEntry::kind).containsExactly(Kind.ANSWER);
		assertThat(journal.changes(5)).hasSize(2);
	}

	private static List<Kind> kinds(Journal.View view) {
		return view.days().values().stream().flatMap(List::stream).map(JournalEntry::kind).toList();
	}

	private static Journal journal(List<JournalEntry> entries) {
		return new Journal(entries, ZoneId.of("Europe/Paris"));
	}

	private static JournalEntry entry(Kind kind, Doer by, Instant at) {
		return new JournalEntry(kind, at, by, "NOTE", null, new Words<>(null, true), null);
	}

}
