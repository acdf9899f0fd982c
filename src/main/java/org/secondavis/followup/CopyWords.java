package org.secondavis.followup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.secondavis.clinic.Dates;
import org.secondavis.document.PatientFile;
import org.secondavis.request.Move;
import org.secondavis.request.NextPlace;
import org.secondavis.request.Status;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;

/** Puts the codes and times of a copy into words of one language. */
class CopyWords {

	/** Before the code of what was done about an appointment. */
	static final String APPOINTMENT = "APPOINTMENT_";

	/** Before the code of what somebody said of a paper. */
	static final String PAPER = "PAPER_";

	private final MessageSourceAccessor messages;

	private final Dates dates;

	private final Locale locale;

	CopyWords(MessageSource messages, Dates dates, Locale locale) {
		this.messages = new MessageSourceAccessor(messages, locale);
		this.dates = dates;
		this.locale = locale;
	}

	String word(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments);
	}

	String time(Instant at) {
		return this.dates.dateTime(at, this.locale);
	}

	/** A text that says when something was done. */
	String at(String key, @Nullable Instant at) {
		return word(key, (at != null) ? time(at) : "");
	}

	/** What was written then, or that it cannot be read. */
	PrintedCopy.Entry written(String key, @Nullable Instant at, @Nullable String text) {
		return entry(at(key, at), (text != null) ? text : word("copy.sealed"));
	}

	List<PrintedCopy.Fact> facts(DataCopy copy, String language) {
		List<PrintedCopy.Fact> facts = new ArrayList<>();
		facts.add(fact("followup.reference", copy.reference()));
		facts.add(fact("copy.status",
				word(FollowUpPage.statusKey(Status.valueOf(copy.status()), copy.firstReadAt() != null))));
		facts.add(fact("copy.submitted", time(copy.submittedAt())));
		if (copy.firstReadAt() != null) {
			facts.add(fact("copy.firstRead", time(copy.firstReadAt())));
		}
		facts.add(fact("request.language", language));
		if (copy.eraseAt() != null) {
			facts.add(fact("copy.erased", this.dates.date(copy.eraseAt(), this.locale)));
		}
		return facts;
	}

	private PrintedCopy.Fact fact(String label, String value) {
		return new PrintedCopy.Fact(word(label), value);
	}

	PrintedCopy.Entry said(DataCopy.Text said) {
		return entry(by(said.by()) + ", " + time(said.at()), (said.outcome() != null)
				? word("copy.call", word("Person." + said.person()), word("CallOutcome." + said.outcome())) : null,
				next(said), (said.text() != null) ? said.text() : word("copy.sealed"),
				(said.readAt() != null) ? word("copy.read", time(said.readAt())) : null);
	}

	private @Nullable String next(DataCopy.Text call) {
		if (call.nextDay() == null) {
			return null;
		}
		String day = this.dates.date(call.nextDay(), this.locale);
		return word("copy.call.next",
				(call.nextTime() != null) ? day + ", " + word("TimeOfDay." + call.nextTime()) : day);
	}

	/** When a paper was asked for, and when it came. */
	PrintedCopy.Entry asked(String type, DataCopy.Known paper) {
		return entry(word("PaperType." + type),
				(paper.askedAt() != null) ? word("copy.paper.asked", time(paper.askedAt())) : null,
				(paper.arrivedAt() != null) ? word("copy.paper.arrived", time(paper.arrivedAt())) : null);
	}

	PrintedCopy.Entry file(DataCopy.File file) {
		String name = (file.name() != null) ? file.name() : word("papers.unreadable");
		return entry(name.isEmpty() ? word("papers.unnamed") : name,
				(file.paper() != null) ? word("PaperType." + file.paper()) : null,
				file.type() + ", " + word(PatientFile.sizeKey(file.size()), PatientFile.sizeNumber(file.size())),
				time(file.receivedAt()));
	}

	PrintedCopy.Entry appointed(DataCopy.Appointed appointed) {
		String where = word("appointment.where." + appointed.visit());
		Stream<String> times = appointed.times()
			.stream()
			.map((span) -> word("copy.appointment.time", time(span.begins()), span.minutes()));
		Stream<String> rest = Stream.of(
				(appointed.heldUntil() != null) ? word("copy.appointment.held", time(appointed.heldUntil())) : "",
				Objects.requireNonNullElse(appointed.videoLink(), ""));
		return new PrintedCopy.Entry(
				(appointed.doctor() != null) ? where + ", " + word("copy.appointment.with", appointed.doctor()) : where,
				Stream.concat(times, rest).filter((line) -> !line.isEmpty()).toList());
	}

	PrintedCopy.Entry event(DataCopy.Event event) {
		return entry(word("copy.event." + event.what()), by(event.by()) + ", " + time(event.at()), detail(event),
				event.note(), (event.told() != null) ? word("copy.told." + event.told()) : null,
				(event.next() != null) ? word("copy.next", place(event.next())) : null);
	}

	private static String place(NextPlace place) {
		return Stream.of(place.name(), place.purpose(), place.address(), place.phone(), place.website())
			.flatMap(Stream::ofNullable)
			.collect(Collectors.joining("\n"));
	}

	// the times of an appointment, a paper, papers that were asked for, the reason of an
	// end, else
	// the reference of another request
	private @Nullable String detail(DataCopy.Event event) {
		String detail = event.detail();
		if (detail == null) {
			return null;
		}
		if (event.what().startsWith(APPOINTMENT)) {
			return Stream.of(detail.split(" ")).map(Instant::parse).map(this::time).collect(Collectors.joining(" ; "));
		}
		if (event.what().startsWith(PAPER)) {
			return word("PaperType." + detail);
		}
		return switch (Move.valueOf(event.what())) {
			case COMPLETE -> Stream.of(detail.split(","))
				.map((paper) -> word("PaperType." + paper))
				.collect(Collectors.joining(", "));
			case CLOSE -> word("ClosingReason." + detail);
			case REFER -> word("ReferralReason." + detail);
			default -> detail;
		};
	}

	PrintedCopy.Entry mail(DataCopy.Mail mail) {
		return entry(word("Template." + mail.about()) + ", " + word("Recipient." + mail.to()),
				word("mails.queuedAt", time(mail.queuedAt())),
				(mail.sentAt() != null) ? word("mails.sentAt", time(mail.sentAt())) : null);
	}

	private String by(String author) {
		return word(author.equals("PATIENT") ? "message.mine" : "message.clinic");
	}

	private static PrintedCopy.Entry entry(String head, @Nullable String... lines) {
		List<String> known = new ArrayList<>();
		for (String line : lines) {
			if (line != null) {
				known.add(line);
			}
		}
		return new PrintedCopy.Entry(head, known);
	}

}
