package org.secondavis.opinion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.secondavis.clinic.CurrentClinic;
import org.secondavis.clinic.Dates;
import org.secondavis.encryption.UnreadableException;
import org.secondavis.encryption.Vault;
import org.secondavis.opinion.OpinionText.Fact;
import org.secondavis.opinion.OpinionText.Section;
import org.secondavis.request.Patient;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/**
 * Puts an opinion into words: for the patient, whose questions come first, or for who
 * treats the patient elsewhere, who reads the outcome first. What was left blank is left
 * out.
 */
@Component
public class OpinionWriter {

	private final MessageSource messages;

	private final Dates dates;

	private final CurrentClinic clinic;

	private final StaffAccounts accounts;

	private final Vault vault;

	OpinionWriter(MessageSource messages, Dates dates, CurrentClinic clinic, StaffAccounts accounts, Vault vault) {
		this.messages = messages;
		this.dates = dates;
		this.clinic = clinic;
		this.accounts = accounts;
		this.vault = vault;
	}

	/**
	 * The opinion.
	 * @throws UnreadableException if what the doctors wrote cannot be opened
	 */
	public OpinionText write(DeliveredOpinion delivered, SecondOpinionRequest request, Audience audience,
			Locale locale) {
		Page page = new Page(audience, locale);
		Opinion opinion = delivered.opinion();
		OpinionWords words = opinion.words(this.vault);
		List<Section> sections = new ArrayList<>();
		if (audience == Audience.PATIENT) {
			sections.addAll(page.forPatient(opinion, words, delivered.meetings(), request));
		}
		else {
			sections.add(page.outcome(opinion, words));
			sections.addAll(page.details(words));
			sections.add(page.basis(opinion, words));
			sections.add(page.meetings(delivered.meetings()));
			sections.add(page.answers(request, words));
			sections.add(page.next());
		}
		return new OpinionText(page.ours("title"), page.facts(request, opinion.getSignedBy(), opinion.getDeliveredAt()),
				page.opening(request, opinion.getDoctorAnswer()), filled(sections));
	}

	/**
	 * The opinion as its patient will read it, in the patient's language, as far as it is
	 * written: for whoever reads it once more before it is signed.
	 * @throws UnreadableException if what the doctors wrote cannot be opened
	 */
	OpinionText preview(Opinion opinion, List<Rcp> meetings, SecondOpinionRequest request) {
		Page page = new Page(Audience.PATIENT, request.getLanguage());
		return new OpinionText(page.ours("title"), List.of(), List.of(), filled(page.forPatient(opinion,
				opinion.words(this.vault), meetings.stream().filter(Rcp::isHeld).toList(), request)));
	}

	private static List<Section> filled(List<Section> sections) {
		return sections.stream().filter((section) -> !section.parts().isEmpty()).toList();
	}

	/** What follows the opinion; as above. */
	public OpinionText write(DeliveredOpinion delivered, Addendum addendum, SecondOpinionRequest request,
			Audience audience, Locale locale) {
		Page page = new Page(audience, locale);
		SectionWriter section = new SectionWriter(page.word("complement"));
		delivered.questionOf(addendum)
			.ifPresentOrElse((question) -> section.typed(question.text(this.vault), addendum.text(this.vault)),
					() -> section.typed(addendum.text(this.vault)));
		Instant opinionOf = Objects.requireNonNull(delivered.opinion().getDeliveredAt());
		List<String> opening = new ArrayList<>(page.opening(request, delivered.opinion().getDoctorAnswer()));
		opening.add(page.word("complement.about", page.day(opinionOf)));
		return new OpinionText(page.ours("complement.title"),
				page.facts(request, addendum.getSignedBy(), addendum.getDeliveredAt()), opening,
				List.of(section.done(), page.next()));
	}

	/** The doctor who answers for what follows an opinion. */
	public String signerOf(Addendum addendum) {
		return nameOf(Objects.requireNonNull(addendum.getSignedBy()));
	}

	private String nameOf(StaffId doctor) {
		return this.accounts.findById(doctor.value()).map(StaffAccount::getName).orElseThrow();
	}

	/** Writes for one audience in one language. */
	private final class Page {

		private final Audience audience;

		private final MessageSourceAccessor words;

		private final Locale locale;

		private Page(Audience audience, Locale locale) {
			this.audience = audience;
			this.words = new MessageSourceAccessor(OpinionWriter.this.messages, locale);
			this.locale = locale;
		}

		String word(String key, Object... arguments) {
			return this.words.getMessage("opinion.letter." + key, arguments);
		}

		/** What is said to a colleague otherwise than to the patient. */
		String ours(String key, Object... arguments) {
			return word((this.audience == Audience.DOCTOR) ? key + ".DOCTOR" : key, arguments);
		}

		String day(Instant at) {
			return day(LocalDate.ofInstant(at, OpinionWriter.this.clinic.now().timeZone()));
		}

		private String day(LocalDate day) {
			return OpinionWriter.this.dates.plain(day, this.locale);
		}

		List<Fact> facts(SecondOpinionRequest request, @Nullable StaffId signedBy, @Nullable Instant deliveredAt) {
			Patient patient = request.getPatient();
			List<Fact> facts = new ArrayList<>();
			facts.add(new Fact(ours("person"), patient.fullName()));
			if (patient.usedName() != null) {
				facts.add(new Fact(word("birthName"), patient.birthName()));
			}
			facts.add(new Fact(word("birthDate"), day(patient.birthDate())));
			facts.add(new Fact(word("reference"), request.getReference().value()));
			facts.add(new Fact(word("date"), day(Objects.requireNonNull(deliveredAt))));
			facts.add(new Fact(word("signedBy"), nameOf(Objects.requireNonNull(signedBy))));
			return facts;
		}

		List<String> opening(SecondOpinionRequest request, @Nullable DoctorAnswer answer) {
			if (this.audience == Audience.PATIENT || answer == null) {
				return List.of();
			}
			return List.of(word("colleague"), word("colleague.why", request.getPatient().fullName(), day(answer.at())));
		}

		/** The patient's questions come before all details. */
		List<Section> forPatient(Opinion opinion, OpinionWords said, List<Rcp> meetings, SecondOpinionRequest request) {
			List<Section> sections = new ArrayList<>();
			if (opinion.getFirstRcp() != null) {
				sections.add(basis(opinion, said));
			}
			if (opinion.getOutcome() != null) {
				sections.add(outcome(opinion, said));
			}
			sections.add(answers(request, said));
			sections.addAll(details(said));
			sections.add(meetings(meetings));
			sections.add(next());
			return sections;
		}

		Section basis(Opinion opinion, OpinionWords said) {
			String key = "basis." + opinion.getFirstRcp();
			LocalDate day = opinion.getFirstRcpOn();
			return new SectionWriter(word("basis")).ours((day != null) ? ours(key + ".on", day(day)) : ours(key))
				.typed(said.firstConclusion())
				.done();
		}

		Section outcome(Opinion opinion, OpinionWords said) {
			SectionWriter section = new SectionWriter(word("outcome")).ours(ours("outcome." + opinion.getOutcome()));
			if (opinion.isChangesPlan() && opinion.getOutcome() != Outcome.REVISED) {
				section.ours(word("changesPlan"));
			}
			return section.typed((opinion.getOutcome() == Outcome.NOT_CONCLUDED) ? said.notConcluded() : null).done();
		}

		/** One by one, in the order of the request. */
		Section answers(SecondOpinionRequest request, OpinionWords said) {
			SectionWriter section = new SectionWriter(ours("answers"));
			request.getExpectations()
				.questions()
				.forEach((question) -> section.typed(this.words.getMessage("Question." + question.name()),
						said.answerTo(question.name())));
			List<String> own = request.narrative(OpinionWriter.this.vault).ownQuestions();
			for (int number = 1; number <= own.size(); number++) {
				section.typed(own.get(number - 1), said.answerTo("own" + number));
			}
			return section.done();
		}

		List<Section> details(OpinionWords said) {
			return List.of(new SectionWriter(word("diagnosis")).typed(said.diagnosis()).done(),
					new SectionWriter(word("treatment")).typed(said.treatment()).done(),
					new SectionWriter(word("furtherTests")).typed(said.furtherTests()).done(),
					new SectionWriter(word("localTreatment")).typed(said.localTreatment()).done(),
					new SectionWriter(word("trial")).typed(said.trial()).done(),
					new SectionWriter(ours("whatMatters")).typed(said.whatMatters()).done());
		}

		Section meetings(List<Rcp> meetings) {
			SectionWriter section = new SectionWriter(word("meeting"));
			for (Rcp meeting : meetings) {
				List<String> roles = meeting.getRoles().stream().map((role) -> word("role." + role)).toList();
				section.ours(word("meeting.held", day(meeting.getDay()), String.join(", ", roles)))
					.typed(meeting.advice(OpinionWriter.this.vault));
			}
			return section.done();
		}

		Section next() {
			String phone = OpinionWriter.this.clinic.now().phone();
			SectionWriter section = new SectionWriter(ours("next"));
			if (this.audience == Audience.PATIENT) {
				section.ours(word("next.talk")).ours(word("next.treatment"));
			}
			return section.ours(ours("next.decide")).ours(ours("next.choice")).ours(ours("next.call", phone)).done();
		}

	}

	/** Writes one section; nothing that is blank. */
	private static final class SectionWriter {

		private final String heading;

		private final List<OpinionText.Part> parts = new ArrayList<>();

		private SectionWriter(String heading) {
			this.heading = heading;
		}

		SectionWriter ours(String text) {
			this.parts.add(new OpinionText.Part(null, text, false));
			return this;
		}

		SectionWriter typed(@Nullable String text) {
			return typed(null, text);
		}

		SectionWriter typed(@Nullable String heading, @Nullable String text) {
			if (text != null && !text.isBlank()) {
				this.parts.add(new OpinionText.Part(heading, text, true));
			}
			return this;
		}

		Section done() {
			return new Section(this.heading, List.copyOf(this.parts));
		}

	}

}
