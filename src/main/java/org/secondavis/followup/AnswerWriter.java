package org.secondavis.followup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.secondavis.clinic.Dates;
import org.secondavis.document.Availability;
import org.secondavis.document.Paper;
import org.secondavis.document.PaperType;
import org.secondavis.request.Contact;
import org.secondavis.request.EmailAddress;
import org.secondavis.request.Expectations;
import org.secondavis.request.Helper;
import org.secondavis.request.Narrative;
import org.secondavis.request.Patient;
import org.secondavis.request.Phone;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.Situation;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes out what a patient told, in the order of the form. */
@Component
class AnswerWriter {

	private final MessageSource messages;

	private final Dates dates;

	AnswerWriter(MessageSource messages, Dates dates) {
		this.messages = messages;
		this.dates = dates;
	}

	/** All answers; those in the patient's words are left out if they cannot be read. */
	List<AnswerGroup> write(SecondOpinionRequest request, @Nullable Narrative words, List<Paper> papers,
			Locale locale) {
		List<AnswerGroup> groups = new ArrayList<>();
		groups.add(patient(request.getPatient(), locale));
		if (request.getHelper() != null) {
			groups.add(helper(request.getHelper(), locale));
		}
		groups.add(contact(request, words, locale));
		groups.add(situation(request.getSituation(), words, locale));
		groups.add(expectations(request.getExpectations(), words, locale));
		groups.add(papers(papers, locale));
		return groups;
	}

	private AnswerGroup patient(Patient patient, Locale locale) {
		return new Lines(locale).text("birthName", patient.birthName())
			.text("usedName", patient.usedName())
			.text("firstName", patient.firstName())
			.text("birthDate", this.dates.plain(patient.birthDate(), locale))
			.under("patient");
	}

	private AnswerGroup helper(Helper helper, Locale locale) {
		return new Lines(locale).text("helperName", helper.name())
			.code("helperRelation", helper.relation())
			.phone("helperPhone", helper.phone())
			.email("helperEmail", helper.email())
			.under("helper");
	}

	private AnswerGroup contact(SecondOpinionRequest request, @Nullable Narrative words, Locale locale) {
		Contact contact = request.getContact();
		Lines lines = new Lines(locale).phone("phone", contact.phone())
			.email("email", contact.email())
			.codes("contactTimes", contact.times())
			.yesOrNo("voicemail", contact.voicemail());
		if (request.getHelper() != null && request.getHelper().acts()) {
			lines.code("contactFirst", contact.first());
		}
		if (words != null) {
			lines.text("accessNeeds", words.accessNeeds());
		}
		return lines.under("contact");
	}

	private AnswerGroup situation(Situation situation, @Nullable Narrative words, Locale locale) {
		Lines lines = new Lines(locale).code("cancerSite", situation.cancerSite());
		if (words != null) {
			lines.text("cancerDetail", words.cancerDetail());
		}
		lines.text("diagnosis", month(situation.diagnosisMonth(), situation.diagnosisYear()))
			.code("careStage", situation.careStage())
			.code("metastases", situation.metastases())
			.codes("treatments", situation.treatments())
			.day("planned", situation.plannedTreatment())
			.code("rcpHeld", situation.rcpHeld());
		if (words != null) {
			lines.text("hospital", words.hospital())
				.text("treatingDoctor", words.treatingDoctor())
				.text("story", words.story());
		}
		return lines.under("situation");
	}

	private static @Nullable String month(@Nullable Integer month, @Nullable Integer year) {
		if (month == null || year == null) {
			return (year != null) ? year.toString() : null;
		}
		return "%02d/%d".formatted(month, year);
	}

	private AnswerGroup expectations(Expectations expectations, @Nullable Narrative words, Locale locale) {
		Lines lines = new Lines(locale).codes("reasons", expectations.reasons())
			.code("priority", expectations.priority());
		if (words != null) {
			lines.text("priorityDetail", words.priorityDetail());
		}
		lines.codes("questions", expectations.questions());
		if (words != null) {
			lines.texts("ownQuestions", words.ownQuestions());
		}
		lines.code("visitMode", expectations.visitMode());
		if (words != null) {
			lines.text("availability", words.availability());
		}
		return lines.under("expectations");
	}

	private AnswerGroup papers(List<Paper> papers, Locale locale) {
		Lines lines = new Lines(locale);
		for (PaperType type : PaperType.values()) {
			List<Availability> told = papers.stream()
				.filter((paper) -> paper.getType() == type)
				.map(Paper::getAvailability)
				.toList();
			lines.add("PaperType." + type, lines.words(told));
		}
		return lines.under("papers");
	}

	/** The lines of one group. */
	private final class Lines {

		private final List<AnswerGroup.Answer> answers = new ArrayList<>();

		private final Locale locale;

		private Lines(Locale locale) {
			this.locale = locale;
		}

		Lines text(String field, @Nullable String text) {
			return texts(field, (text != null) ? List.of(text) : List.of());
		}

		Lines texts(String field, List<String> texts) {
			return add("field." + field, texts);
		}

		Lines code(String field, @Nullable Enum<?> code) {
			return codes(field, (code != null) ? List.of(code) : List.of());
		}

		Lines codes(String field, List<? extends Enum<?>> codes) {
			return texts(field, words(codes));
		}

		Lines yesOrNo(String field, @Nullable Boolean yes) {
			return text(field, (yes != null) ? word(yes ? "YesNo.YES" : "YesNo.NO") : null);
		}

		Lines day(String field, @Nullable LocalDate day) {
			return text(field, (day != null) ? AnswerWriter.this.dates.date(day, this.locale) : null);
		}

		Lines phone(String field, @Nullable Phone phone) {
			return text(field, (phone != null) ? phone.display() : null);
		}

		Lines email(String field, @Nullable EmailAddress email) {
			return text(field, (email != null) ? email.value() : null);
		}

		Lines add(String label, List<String> values) {
			this.answers.add(new AnswerGroup.Answer(label, values));
			return this;
		}

		List<String> words(List<? extends Enum<?>> codes) {
			return codes.stream()
				.map((code) -> word(code.getDeclaringClass().getSimpleName() + "." + code.name()))
				.toList();
		}

		private String word(String key) {
			return AnswerWriter.this.messages.getMessage(key, null, this.locale);
		}

		AnswerGroup under(String title) {
			return new AnswerGroup("followup.answers." + title, this.answers);
		}

	}

}
