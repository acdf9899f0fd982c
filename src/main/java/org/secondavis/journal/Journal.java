package org.secondavis.journal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * All that happened to a request, in one line of time.
 *
 * @param entries newest first
 * @param zone in which days begin
 */
public record Journal(List<JournalEntry> entries, ZoneId zone) {

	/** More than this are cut, unless all are asked for. */
	static final int SHORT = 40;

	/** What a reader asks for; what is no such code asks for everything. */
	public View show(String kind, String who, boolean all) {
		JournalEntry.Kind asked = Arrays.stream(JournalEntry.Kind.values())
			.filter((one) -> one.code().equals(kind))
			.findFirst()
			.orElse(null);
		List<Doer> people = this.entries.stream().map(JournalEntry::by).distinct().toList();
		Doer doer = people.stream().filter((one) -> one.code().equals(who)).findFirst().orElse(null);
		List<JournalEntry> found = this.entries.stream()
			.filter((entry) -> asked == null || entry.kind() == asked)
			.filter((entry) -> doer == null || entry.by().equals(doer))
			.toList();
		List<JournalEntry> shown = all ? found : found.stream().limit(SHORT).toList();
		Map<LocalDate, List<JournalEntry>> days = shown.stream()
			.collect(Collectors.groupingBy((entry) -> LocalDate.ofInstant(entry.at(), this.zone), LinkedHashMap::new,
					Collectors.toList()));
		return new View(asked, doer, people, days, found.size() - shown.size());
	}

	/** Everything, as far as it is not cut. */
	public View show() {
		return show("", "", false);
	}

	/** The newest of what staff decided and the patient did to the request itself. */
	public List<JournalEntry> changes(int number) {
		return this.entries.stream()
			.filter((entry) -> entry.kind() == JournalEntry.Kind.DECISION || entry.kind() == JournalEntry.Kind.ANSWER)
			.limit(number)
			.toList();
	}

	/**
	 * A part of the journal.
	 *
	 * @param kind the only sort shown, if one was asked for
	 * @param who the only person shown, if one was asked for
	 * @param people all who did something
	 * @param days what is shown, by day, newest first
	 * @param hidden how much was cut
	 */
	public record View(JournalEntry.@Nullable Kind kind, @Nullable Doer who, List<Doer> people,
			Map<LocalDate, List<JournalEntry>> days, int hidden) {

		/** The sorts of things to choose from. */
		public JournalEntry.Kind[] kinds() {
			return JournalEntry.Kind.values();
		}

	}

}
