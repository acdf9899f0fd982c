package org.secondavis.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.Dates;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Writes a journal out in words, for paper. */
@Component
public class Chronicle {

	private final MessageSource messages;

	private final Dates dates;

	Chronicle(MessageSource messages, Dates dates) {
		this.messages = messages;
		this.dates = dates;
	}

	/** All that happened, oldest first. */
	public List<Event> write(Journal journal, Locale language) {
		Writer writer = new Writer(new MessageSourceAccessor(this.messages, language), this.dates, language);
		return journal.entries().stream().sorted(Comparator.comparing(JournalEntry::at)).map(writer::event).toList();
	}

	/**
	 * Something that happened.
	 *
	 * @param when on which day and at which hour
	 * @param lines what was done and by whom, then what was said
	 */
	public record Event(String when, List<String> lines) {

		@Override
		public String toString() {
			return "Event[%s]".formatted(this.when);
		}

	}

	/** Writes in one language. */
	private record Writer(MessageSourceAccessor words, Dates dates, Locale language) {

		Event event(JournalEntry entry) {
			List<String> lines = new ArrayList<>();
			MailLine mail = entry.mail();
			lines.add((mail != null) ? mail(mail) : what(entry) + by(entry.by()));
			AppointmentTimes times = entry.times();
			if (times != null) {
				times.all().forEach((time) -> lines.add(this.dates.appointment(time, this.language)));
			}
			if (!entry.asked().isEmpty()) {
				lines.add(word("journal.asked") + " "
						+ entry.asked()
							.stream()
							.map((paper) -> word("PaperType." + paper))
							.collect(Collectors.joining(" / ")));
			}
			if (entry.kind() == JournalEntry.Kind.FILE && entry.detail() != null) {
				lines.add(word("PaperType." + entry.detail()));
			}
			if (!entry.note().readable()) {
				lines.add(word("value.unreadable"));
			}
			String note = entry.note().value();
			if (note != null && !note.isBlank()) {
				lines.add(note);
			}
			add(entry.ended(), lines);
			add(entry.read(), lines);
			add(entry.call(), lines);
			return new Event(this.dates.dateTime(entry.at(), this.language), lines);
		}

		private String what(JournalEntry entry) {
			AppointmentTimes times = entry.times();
			String detail = entry.detail();
			if (times != null) {
				return word("journal.act." + entry.what(), times.all().size());
			}
			if (entry.what().equals("REFER")) {
				return (detail != null) ? word("journal.REFER", word("ReferralReason." + detail))
						: word("journal.REFER.plain");
			}
			if (entry.what().equals("CLOSE") && detail != null) {
				return word("journal.CLOSE", word("ClosingReason." + detail));
			}
			return word("journal." + entry.what(), (detail != null) ? detail : "?");
		}

		private String by(Doer doer) {
			if (doer.side() == Doer.Side.NOBODY) {
				return "";
			}
			return ", " + ((doer.name() != null) ? word("journal.byStaff", doer.name(), word("Role." + doer.role()))
					: word("journal.by", word("Side." + doer.side())));
		}

		private String mail(MailLine mail) {
			Instant sentAt = mail.sentAt();
			return "%s, %s, %s".formatted(word("Template." + mail.template()), word("Recipient." + mail.recipient()),
					(sentAt != null) ? word("mails.sentAt", this.dates.dateTime(sentAt, this.language))
							: word("State." + mail.state()));
		}

		private void add(@Nullable Ended ended, List<String> lines) {
			if (ended == null) {
				return;
			}
			if (ended.place() != null) {
				lines.add(word("journal.next") + " " + ended.place().name());
			}
			lines.add(word("Told." + ended.told()));
		}

		private void add(@Nullable MessageRead read, List<String> lines) {
			if (read != null) {
				lines.add((read.at() != null) ? word("journal.read", this.dates.dateTime(read.at(), this.language))
						: word("journal.unread"));
			}
		}

		private void add(@Nullable CallLine call, List<String> lines) {
			if (call != null && call.nextDay() != null) {
				lines.add(word("journal.call.next", this.dates.date(call.nextDay(), this.language))
						+ ((call.nextTime() != null) ? ", " + word("journal.call." + call.nextTime()) : ""));
			}
		}

		private String word(String key, Object... arguments) {
			return this.words.getMessage(key, arguments);
		}

	}

}
