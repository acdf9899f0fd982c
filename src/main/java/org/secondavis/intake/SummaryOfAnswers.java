package org.secondavis.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

import org.secondavis.clinic.Dates;
import org.secondavis.document.Availability;
import org.secondavis.document.PaperType;
import org.secondavis.request.Contact.Person;
import org.secondavis.request.Contact.TimeOfDay;
import org.secondavis.request.Expectations.Priority;
import org.secondavis.request.Expectations.Question;
import org.secondavis.request.Expectations.Reason;
import org.secondavis.request.Expectations.VisitMode;
import org.secondavis.request.Helper.Relation;
import org.secondavis.request.Situation.CancerSite;
import org.secondavis.request.Situation.CareStage;
import org.secondavis.request.Situation.Metastases;
import org.secondavis.request.Situation.RcpHeld;
import org.secondavis.request.Situation.Treatment;

/** All answers in words, step by step, as the check page shows them. */
@Component
class SummaryOfAnswers {

	private final MessageSource messages;

	private final Dates dates;

	SummaryOfAnswers(MessageSource messages, Dates dates) {
		this.messages = messages;
		this.dates = dates;
	}

	List<Section> of(TypedAnswers answers, List<String> files, Locale locale) {
		MessageSourceAccessor words = new MessageSourceAccessor(this.messages, locale);
		return List.of(who(answers.who(), words, locale), contact(answers.contact(), answers.who().byHelper(), words),
				situation(answers.situation(), words, locale), expectations(answers.expectations(), words),
				papers(answers.papers(), files, words));
	}

	private Section who(WhoForm who, MessageSourceAccessor words, Locale locale) {
		Section section = new Section(Step.WHO, words).coded("filledBy", "FilledBy", who.filledBy())
			.text("birthName", who.birthName())
			.text("usedName", who.usedName())
			.text("firstName", who.firstName())
			.text("birthDate", "birthDay", who.birthDateParts().inWords(this.dates::plain, locale));
		if (who.byHelper()) {
			section.text("helperName", who.helperName())
				.coded("helperRelation", Relation.class, who.helperRelation())
				.text("helperPhone", who.helperPhone())
				.text("helperEmail", who.helperEmail());
			if (!who.byGuardian()) {
				section.text("helperAgreed", "helperAgreement",
						who.helperAgreement().equals(YesNo.YES.name()) ? words.getMessage("YesNo.YES") : "");
			}
		}
		return section;
	}

	private static Section contact(ContactForm contact, boolean byHelper, MessageSourceAccessor words) {
		Section section = new Section(Step.CONTACT, words).text("phone", contact.phone())
			.text("email", contact.email())
			.coded("contactTimes", TimeOfDay.class, contact.contactTimes())
			.coded("voicemail", YesNo.class, contact.voicemail());
		if (byHelper) {
			section.coded("contactFirst", Person.class, contact.contactFirst());
		}
		return section.text("accessNeeds", contact.accessNeeds());
	}

	private Section situation(SituationForm situation, MessageSourceAccessor words, Locale locale) {
		return new Section(Step.SITUATION, words).coded("cancerSite", CancerSite.class, situation.cancerSite())
			.text("cancerDetail", situation.cancerDetail())
			.text("diagnosis", "diagnosisMonth",
					new DateParts("", situation.diagnosisMonth(), situation.diagnosisYear()).inWords(this.dates::plain,
							locale))
			.coded("careStage", CareStage.class, situation.careStage())
			.coded("metastases", Metastases.class, situation.metastases())
			.coded("treatments", Treatment.class, situation.treatments())
			.text("planned", "plannedDay", situation.plannedParts().inWords(this.dates::date, locale))
			.coded("rcpHeld", RcpHeld.class, situation.rcpHeld())
			.text("hospital", situation.hospital())
			.text("treatingDoctor", situation.treatingDoctor())
			.text("story", situation.story());
	}

	private static Section expectations(ExpectationsForm expectations, MessageSourceAccessor words) {
		return new Section(Step.EXPECTATIONS, words).coded("reasons", Reason.class, expectations.reasons())
			.coded("priority", Priority.class, expectations.priority())
			.text("priorityDetail", expectations.priorityDetail())
			.coded("questions", Question.class, expectations.questions())
			.texts("ownQuestions", "ownQuestion1", expectations.ownQuestions())
			.coded("visitMode", VisitMode.class, expectations.visitMode())
			.text("availability", expectations.availability());
	}

	private static Section papers(PapersForm papers, List<String> files, MessageSourceAccessor words) {
		Section section = new Section(Step.PAPERS, words);
		for (PaperType paper : PaperType.values()) {
			section.coded("documents[%s]".formatted(paper), Availability.class,
					papers.documents().getOrDefault(paper.name(), ""));
		}
		return files.isEmpty() ? section : section.texts("files", "received", files);
	}

	/** One step's answers. */
	static final class Section {

		private final Step step;

		private final MessageSourceAccessor words;

		private final List<Line> lines = new ArrayList<>();

		private Section(Step step, MessageSourceAccessor words) {
			this.step = step;
			this.words = words;
		}

		public String getTitleKey() {
			return "intake.check." + this.step.name();
		}

		public List<Line> getLines() {
			return List.copyOf(this.lines);
		}

		private Section text(String field, String text) {
			return text(field, field, text);
		}

		private Section text(String label, String firstField, String text) {
			return texts(label, firstField, text.isEmpty() ? List.of() : List.of(text));
		}

		private Section texts(String label, String firstField, List<String> texts) {
			this.lines.add(new Line(this.words.getMessage("field." + label), texts,
					"%s?retour=verification#%s".formatted(this.step.url(), firstField)));
			return this;
		}

		private <E extends Enum<E>> Section coded(String field, Class<E> type, String code) {
			return coded(field, type.getSimpleName(), code);
		}

		private Section coded(String field, String name, String code) {
			return text(field, code.isEmpty() ? "" : this.words.getMessage(name + "." + code));
		}

		private <E extends Enum<E>> Section coded(String field, Class<E> type, List<String> codes) {
			return texts(field, field,
					codes.stream().map((code) -> this.words.getMessage(type.getSimpleName() + "." + code)).toList());
		}

	}

	/**
	 * One answer.
	 *
	 * @param label what was asked
	 * @param values what was answered; nothing, one thing or several
	 * @param changeUrl where the answer is changed
	 */
	record Line(String label, List<String> values, String changeUrl) {
	}

}
