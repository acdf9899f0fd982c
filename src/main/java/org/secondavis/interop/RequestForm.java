package org.secondavis.interop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.jspecify.annotations.Nullable;

import org.secondavis.document.Availability;
import org.secondavis.document.PaperType;
import org.secondavis.request.Contact;
import org.secondavis.request.Expectations;
import org.secondavis.request.Narrative;
import org.secondavis.request.Situation;

/**
 * The form of the request: its questions, and what a patient answered. Identity stands in
 * resources of its own. A question that changes its meaning gets another link id. Each
 * language is a form of its own, for its questions have other words.
 */
final class RequestForm {

	private static final String VERSION = "1";

	/** The questions of each step. */
	private static final Map<String, List<Item>> STEPS = new TreeMap<>(Map.of("1-contact", contact(), "2-situation",
			situation(), "3-expectations", expectations(), "4-papers", papers()));

	private RequestForm() {
	}

	private static List<Item> contact() {
		return List.of(Item.choices("contactTimes", Contact.TimeOfDay.class, (told) -> told.contact().times()),
				Item.yesOrNo("voicemail", (told) -> told.contact().voicemail()),
				Item.choice("contactFirst", Contact.Person.class, (told) -> told.contact().first()),
				Item.text("accessNeeds", (told) -> told.words(Narrative::accessNeeds)));
	}

	private static List<Item> situation() {
		return List.of(Item.choice("cancerSite", Situation.CancerSite.class, (told) -> told.situation().cancerSite()),
				Item.text("cancerDetail", (told) -> told.words(Narrative::cancerDetail)),
				Item.date("diagnosis",
						(told) -> month(told.situation().diagnosisMonth(), told.situation().diagnosisYear())),
				Item.choice("careStage", Situation.CareStage.class, (told) -> told.situation().careStage()),
				Item.choice("metastases", Situation.Metastases.class, (told) -> told.situation().metastases()),
				Item.choices("treatments", Situation.Treatment.class, (told) -> told.situation().treatments()),
				Item.date("planned", (told) -> Objects.toString(told.situation().plannedTreatment(), null)),
				Item.choice("rcpHeld", Situation.RcpHeld.class, (told) -> told.situation().rcpHeld()),
				Item.text("hospital", (told) -> told.words(Narrative::hospital)),
				Item.text("treatingDoctor", (told) -> told.words(Narrative::treatingDoctor)),
				Item.text("story", (told) -> told.words(Narrative::story)));
	}

	private static @Nullable String month(@Nullable Integer month, @Nullable Integer year) {
		if (year == null) {
			return null;
		}
		return (month != null) ? "%d-%02d".formatted(year, month) : year.toString();
	}

	private static List<Item> expectations() {
		return List.of(Item.choices("reasons", Expectations.Reason.class, (told) -> told.expectations().reasons()),
				Item.choice("priority", Expectations.Priority.class, (told) -> told.expectations().priority()),
				Item.text("priorityDetail", (told) -> told.words(Narrative::priorityDetail)),
				Item.choices("questions", Expectations.Question.class, (told) -> told.expectations().questions()),
				Item.text("ownQuestions", (told) -> told.ownQuestions().stream()),
				Item.choice("visitMode", Expectations.VisitMode.class, (told) -> told.expectations().visitMode()),
				Item.text("availability", (told) -> told.words(Narrative::availability)));
	}

	private static List<Item> papers() {
		return Stream.of(PaperType.values())
			.map((type) -> Item
				.choice("documents." + type, Availability.class,
						(told) -> told.availability(type).findFirst().orElse(null))
				.asking("PaperType." + type))
			.toList();
	}

	/** The address by which answers name the form, without its version. */
	static String canonical(Codes codes) {
		return Codes.BASE + "Questionnaire/request-" + codes.language();
	}

	/** The form itself. */
	static Questionnaire questionnaire(Codes codes) {
		Questionnaire form = new Questionnaire().setUrl(canonical(codes))
			.setVersion(VERSION)
			.setName("SecondOpinionRequest")
			.setTitle(codes.word("fhir.request"))
			.setStatus(PublicationStatus.ACTIVE)
			.addSubjectType("Patient");
		form.setLanguage(codes.language());
		STEPS.forEach((step, items) -> {
			QuestionnaireItemComponent group = form.addItem()
				.setLinkId(step)
				.setType(QuestionnaireItemType.GROUP)
				.setText(title(step, codes));
			items.forEach((item) -> group.addItem(question(item, codes)));
		});
		return form;
	}

	private static QuestionnaireItemComponent question(Item item, Codes codes) {
		QuestionnaireItemComponent question = new QuestionnaireItemComponent().setLinkId(item.linkId())
			.setText(codes.word(item.text()))
			.setType(item.type());
		if (item.several()) {
			question.setRepeats(true);
		}
		if (item.options() != null) {
			Stream.of(item.options().getEnumConstants())
				.forEach((option) -> question.addAnswerOption().setValue(codes.coding((Enum<?>) option)));
		}
		return question;
	}

	/** What a patient answered. */
	static QuestionnaireResponse response(Told told, Codes codes) {
		QuestionnaireResponse response = new QuestionnaireResponse().setQuestionnaire(canonical(codes) + "|" + VERSION)
			.setStatus(QuestionnaireResponseStatus.COMPLETED);
		STEPS.forEach((step, items) -> {
			List<QuestionnaireResponseItemComponent> answers = new ArrayList<>();
			items.forEach((item) -> answer(item, told, codes).ifPresent(answers::add));
			if (!answers.isEmpty()) {
				response.addItem().setLinkId(step).setText(title(step, codes)).setItem(answers);
			}
		});
		return response;
	}

	private static Optional<QuestionnaireResponseItemComponent> answer(Item item, Told told, Codes codes) {
		QuestionnaireResponseItemComponent answer = new QuestionnaireResponseItemComponent().setLinkId(item.linkId())
			.setText(codes.word(item.text()));
		item.answers().in(told, codes).forEach((value) -> answer.addAnswer().setValue(value));
		return answer.hasAnswer() ? Optional.of(answer) : Optional.empty();
	}

	private static String title(String step, Codes codes) {
		return codes.word("followup.answers." + step.substring(2));
	}

}
