package org.secondavis.export;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.secondavis.appointment.Appointment;
import org.secondavis.clinic.Dates;
import org.secondavis.document.Availability;
import org.secondavis.document.Dossier;
import org.secondavis.document.EssentialPapers;
import org.secondavis.document.Paper;
import org.secondavis.document.PaperType;
import org.secondavis.encryption.UnreadableException;
import org.secondavis.encryption.Vault;
import org.secondavis.opinion.Opinion;
import org.secondavis.opinion.OpinionQuestion;
import org.secondavis.opinion.OpinionState;
import org.secondavis.opinion.Rcp;
import org.secondavis.request.Contact;
import org.secondavis.request.EmailAddress;
import org.secondavis.request.Helper;
import org.secondavis.request.Narrative;
import org.secondavis.request.Patient;
import org.secondavis.request.Phone;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.Situation;

import org.springframework.context.support.MessageSourceAccessor;

/**
 * Puts a request into words as a doctor reads it: who it is, what the patient wants to
 * know, what matters, then the illness.
 */
class SheetWriter {

	private static final Narrative NO_WORDS = new Narrative(null, null, null, null, null, List.of(), null, null);

	private final MessageSourceAccessor words;

	private final Dates dates;

	private final ZoneId zone;

	private final Clock clock;

	private final Vault vault;

	private final Locale language;

	SheetWriter(MessageSourceAccessor words, Dates dates, ZoneId zone, Clock clock, Vault vault, Locale language) {
		this.words = words;
		this.dates = dates;
		this.zone = zone;
		this.clock = clock;
		this.vault = vault;
		this.language = language;
	}

	List<Section> write(Holding holding) {
		SecondOpinionRequest request = holding.request();
		Narrative said = Objects.requireNonNullElse(holding.narrative(), NO_WORDS);
		return List.of(
				Section.ofFacts(word("request.contact"),
						identity(request.getPatient(), request.getContact(), request.getHelper(), said)),
				Section.ofPoints(word("request.questions"), questions(request, said)),
				Section.ofFacts(word("sheet.matters"), matters(request, said)),
				Section.ofFacts(word("request.situation"), situation(request.getSituation(), said)),
				Section.ofText(word("request.story"), Objects.requireNonNullElse(said.story(), word("value.none"))),
				Section.ofFacts(word("request.papers"), papers(holding.dossier())),
				Section.ofFacts(word("sheet.people"), people(holding, said)));
	}

	/**
	 * What the sheet leaves out: how the patient wants to be reached, and what was noted.
	 */
	Section rest(SecondOpinionRequest request, String language) {
		Contact contact = request.getContact();
		Helper helper = request.getHelper();
		Facts facts = facts().codes("request.contactTimes", contact.times())
			.text("request.voicemail",
					(contact.voicemail() != null)
							? word(contact.voicemail() ? "request.voicemail.yes" : "request.voicemail.no") : null)
			.code("request.contactFirst", contact.first())
			.text("request.language", language)
			.text("queue.status", facts().word(request.getStatus()));
		if (helper != null) {
			facts.text("request.helper.name", helper.name())
				.code("request.helper.relation", helper.relation())
				.text("request.helper.consent",
						word(helper.decides() ? "request.helper.declared" : "request.helper.agreed"));
		}
		if (request.getFirstReadAt() != null) {
			facts.text("request.firstRead", this.dates.dateTime(request.getFirstReadAt(), this.language));
		}
		return Section.ofFacts(word("request.state"), facts.list());
	}

	/**
	 * What the clinic's own meetings advised, marked as long as the patient has not heard
	 * of it.
	 * @param readable whether the reader may know it
	 */
	Section advice(Holding holding, boolean readable) {
		return Section.ofFacts(
				word((holding.state() == OpinionState.DELIVERED) ? "sheet.rcp" : "record.rcp.undelivered"),
				holding.meetings()
					.stream()
					.filter(Rcp::isHeld)
					.map((meeting) -> new Section.Fact(this.dates.date(meeting.getDay(), this.language),
							List.of(facts().joined(meeting.getRoles()),
									readable ? open(() -> meeting.advice(this.vault)) : word("record.rcp.hidden"))))
					.toList());
	}

	/** What the patient has asked about the opinion; its answers are documents. */
	Section asked(List<OpinionQuestion> questions) {
		return Section.ofFacts(word("record.questions"),
				questions.stream()
					.map((question) -> new Section.Fact(this.dates.dateTime(question.getAskedAt(), this.language),
							List.of(open(() -> question.text(this.vault)))))
					.toList());
	}

	private String open(Supplier<@Nullable String> sealed) {
		try {
			return Objects.requireNonNullElse(sealed.get(), "");
		}
		catch (UnreadableException ex) {
			return word("value.unreadable");
		}
	}

	private List<Section.Fact> identity(Patient patient, Contact contact, @Nullable Helper helper, Narrative said) {
		int years = Period.between(patient.birthDate(), LocalDate.ofInstant(this.clock.instant(), this.zone))
			.getYears();
		Facts facts = facts().text("request.birthName", patient.birthName())
			.text("request.usedName", patient.usedName())
			.text("request.firstName", patient.firstName())
			.text("request.birthDate",
					word("request.birthDate.value", this.dates.plain(patient.birthDate(), this.language), years))
			.text("sheet.reached", reached(contact.phone(), contact.email()));
		if (helper != null && helper.acts()) {
			facts.text("request.helper", Stream
				.of(helper.name() + " (" + facts.word(helper.relation()) + ")", reached(helper.phone(), helper.email()))
				.filter((part) -> !part.isEmpty())
				.collect(Collectors.joining(", ")));
		}
		return facts.text("request.accessNeeds", said.accessNeeds()).list();
	}

	private static String reached(@Nullable Phone phone, @Nullable EmailAddress email) {
		return Stream.of((phone != null) ? phone.display() : null, (email != null) ? email.value() : null)
			.filter(Objects::nonNull)
			.collect(Collectors.joining(", "));
	}

	private List<String> questions(SecondOpinionRequest request, Narrative said) {
		List<String> questions = new ArrayList<>(said.ownQuestions());
		request.getExpectations().questions().forEach((question) -> questions.add(facts().word(question)));
		return questions.isEmpty() ? List.of(word("value.none")) : questions;
	}

	private List<Section.Fact> matters(SecondOpinionRequest request, Narrative said) {
		return facts().code("request.priority", request.getExpectations().priority())
			.text("request.priorityDetail", said.priorityDetail())
			.codes("request.reasons", request.getExpectations().reasons())
			.code("request.visitMode", request.getExpectations().visitMode())
			.text("request.availability", said.availability())
			.list();
	}

	private List<Section.Fact> situation(Situation situation, Narrative said) {
		LocalDate planned = situation.plannedTreatment();
		return facts().code("request.cancerSite", situation.cancerSite())
			.text("request.cancerDetail", said.cancerDetail())
			.code("request.careStage", situation.careStage())
			.text("request.diagnosis", month(situation.diagnosisMonth(), situation.diagnosisYear()))
			.code("request.metastases", situation.metastases())
			.codes("request.treatments", situation.treatments())
			.text("request.plannedTreatment", (planned != null) ? this.dates.date(planned, this.language) : null)
			.list();
	}

	private static @Nullable String month(@Nullable Integer month, @Nullable Integer year) {
		if (month == null || year == null) {
			return (year != null) ? year.toString() : null;
		}
		return "%02d/%d".formatted(month, year);
	}

	private List<Section.Fact> papers(Dossier dossier) {
		Set<PaperType> there = dossier.papers()
			.stream()
			.filter((paper) -> paper.getAvailability() == Availability.HAVE)
			.map(Paper::getType)
			.collect(Collectors.toSet());
		List<PaperType> missing = Stream.of(PaperType.values()).filter((type) -> !there.contains(type)).toList();
		return facts().codes("sheet.papers.there", there.stream().sorted().toList())
			.codes("sheet.papers.essential", missing.stream().filter(EssentialPapers.TYPES::contains).toList())
			.codes("sheet.papers.missing",
					missing.stream().filter((type) -> !EssentialPapers.TYPES.contains(type)).toList())
			.text("request.files", String.valueOf(dossier.files().size()))
			.list();
	}

	private List<Section.Fact> people(Holding holding, Narrative said) {
		SecondOpinionRequest request = holding.request();
		Facts facts = facts().text("request.hospital", said.hospital())
			.text("request.treatingDoctor", said.treatingDoctor())
			.text("queue.assignee",
					holding.nameOf((request.getAssignee() != null) ? request.getAssignee().value() : null))
			.text("sheet.appointment", appointment(holding))
			.code("request.rcpHeld", request.getSituation().rcpHeld())
			.text("sheet.opinion", (holding.state() != null) ? word("sheet.opinion." + holding.state()) : null);
		firstMeeting(facts, holding.opinion());
		holding.meetings()
			.stream()
			.filter((meeting) -> meeting.getState() != Rcp.State.CANCELLED)
			.forEach((meeting) -> facts.text("sheet.rcp",
					word("sheet.rcp." + meeting.getState(), this.dates.date(meeting.getDay(), this.language))));
		return facts.list();
	}

	/** What doctors found out of the meeting that decided on the first plan. */
	private void firstMeeting(Facts facts, @Nullable Opinion opinion) {
		if (opinion == null || opinion.getFirstRcp() == null) {
			return;
		}
		LocalDate day = opinion.getFirstRcpOn();
		facts.text("sheet.firstRcp", (day != null) ? word("sheet.firstRcp.on", this.dates.date(day, this.language))
				: word("sheet.firstRcp." + opinion.getFirstRcp()));
		facts.text("sheet.firstRcp.conclusion", open(() -> opinion.words(this.vault).firstConclusion()));
	}

	private String appointment(Holding holding) {
		return holding.appointments()
			.stream()
			.filter((appointment) -> appointment.getState() == Appointment.State.BOOKED
					|| appointment.getState() == Appointment.State.ARRIVED)
			.max(Comparator.comparing(Appointment::isCurrent).thenComparing(Appointment::getId))
			.map((appointment) -> appointment(appointment, holding))
			.orElse(word("sheet.appointment.none"));
	}

	private String appointment(Appointment appointment, Holding holding) {
		return Stream
			.of(appointment.span().map((span) -> this.dates.appointment(span.begins(), this.language)).orElse(null),
					facts().word(appointment.getVisit()), holding.nameOf(appointment.getDoctorId()))
			.filter(Objects::nonNull)
			.collect(Collectors.joining(", "));
	}

	private Facts facts() {
		return new Facts(this.words);
	}

	private String word(String key, Object... arguments) {
		return this.words.getMessage(key, arguments);
	}

}
