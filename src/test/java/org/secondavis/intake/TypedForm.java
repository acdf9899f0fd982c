package org.secondavis.intake;

import java.util.Arrays;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What patients type, for tests: {@code TypedForm.who().with("birthDay", "31")}. */
final class TypedForm {

	static final String STORY = "Une grosseur découverte en août.\r\nOn me propose une opération 😀 שלום";

	static final String OWN_QUESTION = "Pourrai-je encore jouer du violoncelle ?";

	private final MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();

	static TypedForm empty() {
		return new TypedForm();
	}

	static TypedForm who() {
		return empty().with("filledBy", "PATIENT")
			.with("birthName", "O'Brien-N'Guyen d'Été")
			.with("usedName", "")
			.with("firstName", "Zoë")
			.with("birthDay", "29")
			.with("birthMonth", "02")
			.with("birthYear", "1952");
	}

	static TypedForm whoByHelper() {
		return who().with("filledBy", "HELPER")
			.with("helperName", "Camille Ng")
			.with("helperRelation", "CHILD")
			.with("helperPhone", "+33 6 98 76 54 32")
			.with("helperEmail", "camille@aidant.example")
			.with("helperAgreement", "YES");
	}

	static TypedForm contact() {
		return empty().with("phone", "06 12 34 56 78")
			.with("email", "zoe@patiente.example")
			.with("contactTimes", "MORNING", "EVENING")
			.with("voicemail", "NO")
			.with("accessNeeds", "malentendante, appareillée");
	}

	static TypedForm situation() {
		return empty().with("cancerSite", "BREAST")
			.with("cancerDetail", "carcinome canalaire infiltrant")
			.with("diagnosisMonth", "9")
			.with("diagnosisYear", "2025")
			.with("careStage", "TREATMENT_PROPOSED")
			.with("metastases", "UNKNOWN")
			.with("treatments", "SURGERY", "RADIOTHERAPY")
			.with("rcpHeld", "YES")
			.with("hospital", "Hôpital des Peupliers")
			.with("treatingDoctor", "Dr Durand-Lagarde")
			.with("story", STORY);
	}

	static TypedForm expectations() {
		return empty().with("reasons", "UNDERSTAND", "OTHER_OPTIONS")
			.with("priority", "PROJECT")
			.with("priorityDetail", "le mariage de ma petite-fille")
			.with("questions", "PAIN", "COST")
			.with("ownQuestion1", OWN_QUESTION)
			.with("visitMode", "VIDEO")
			.with("availability", "pas le jeudi, dialyse");
	}

	static TypedForm papers() {
		return empty().with("documents[PATHOLOGY]", "HAVE").with("documents[IMAGES]", "CAN_GET");
	}

	/** What is typed in a step by somebody who makes no mistake. */
	static TypedForm of(Step step) {
		return switch (step) {
			case WHO -> who();
			case CONTACT -> contact();
			case SITUATION -> situation();
			case EXPECTATIONS -> expectations();
			case PAPERS -> papers();
		};
	}

	TypedForm with(String name, String... values) {
		this.parameters.put(name, Arrays.asList(values));
		return this;
	}

	TypedForm without(String... names) {
		Arrays.asList(names).forEach(this.parameters::remove);
		return this;
	}

	MultiValueMap<String, String> parameters() {
		return this.parameters;
	}

	<T extends StepForm> T as(Class<T> form) {
		return Typed.read(form, this.parameters);
	}

}
