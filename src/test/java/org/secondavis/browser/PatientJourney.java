package org.secondavis.browser;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.microsoft.playwright.Page;

/**
 * A patient on the way through the form. Each step fills in one page and goes on; what a
 * test wants otherwise it does on {@link #page()} itself.
 */
final class PatientJourney {

	/** The steps in their order, by the last part of their path. */
	static final List<String> STEPS = List.of("qui", "contact", "situation", "attentes", "documents", "verification");

	static final String STORY = "Une grosseur au sein gauche, découverte en août ; on me propose une opération.";

	/** Where mails to the patient go. */
	static final String EMAIL = "zoe@patiente.example";

	static final String OWN_QUESTION = "Pourrai-je encore jouer du violoncelle ?";

	private final Page page;

	private final String address;

	private final Set<String> typed = new TreeSet<>();

	PatientJourney(Page page, int port) {
		this.page = page;
		this.address = "http://localhost:%d".formatted(port);
	}

	Page page() {
		return this.page;
	}

	PatientJourney open(String path) {
		this.page.navigate(this.address + path);
		return this;
	}

	PatientJourney start() {
		open("/demande");
		press("main form[action$='/demande'] button[type=submit]");
		return on("qui");
	}

	PatientJourney on(String step) {
		this.page.waitForURL("**/demande/" + step + "*");
		return this;
	}

	PatientJourney goOn() {
		press("button[name=action][value=continue]");
		return this;
	}

	PatientJourney who() {
		choose("filledBy", "PATIENT");
		type("birthName", "O'Brien-N'Guyen d'Été");
		type("firstName", "Zoë");
		type("birthDay", "29");
		type("birthMonth", "2");
		type("birthYear", "1952");
		return goOn().on("contact");
	}

	PatientJourney whoByHelper() {
		choose("filledBy", "HELPER");
		type("birthName", "Ng");
		type("firstName", "Minh");
		type("birthDay", "1");
		type("birthMonth", "12");
		type("birthYear", "1948");
		type("helperName", "Camille Ng");
		this.page.locator("[name=helperRelation]").selectOption("CHILD");
		type("helperPhone", "+33 6 98 76 54 32");
		type("helperEmail", "camille@aidant.example");
		choose("helperAgreement", "YES");
		return goOn().on("contact");
	}

	PatientJourney contact(String email) {
		type("phone", "06 12 34 56 78");
		type("email", email);
		choose("contactTimes", "MORNING");
		choose("voicemail", "YES");
		return goOn().on("situation");
	}

	PatientJourney situation() {
		this.page.locator("[name=cancerSite]").selectOption("BREAST");
		choose("careStage", "TREATMENT_PROPOSED");
		choose("metastases", "UNKNOWN");
		choose("treatments", "SURGERY");
		type("story", STORY);
		return goOn().on("attentes");
	}

	PatientJourney expectations() {
		choose("reasons", "UNDERSTAND");
		choose("priority", "QUALITY_OF_LIFE");
		choose("questions", "PAIN");
		type("ownQuestion1", OWN_QUESTION);
		choose("visitMode", "VIDEO");
		return goOn().on("documents");
	}

	PatientJourney documents() {
		choose("documents[PATHOLOGY]", "HAVE");
		choose("documents[IMAGES]", "CAN_GET");
		return goOn().on("verification");
	}

	PatientJourney upTo(String step) {
		start();
		if (reached(step, "qui")) {
			return this;
		}
		who();
		if (reached(step, "contact")) {
			return this;
		}
		contact(EMAIL);
		if (reached(step, "situation")) {
			return this;
		}
		situation();
		if (reached(step, "attentes")) {
			return this;
		}
		expectations();
		if (reached(step, "documents")) {
			return this;
		}
		return documents();
	}

	private static boolean reached(String wanted, String step) {
		return wanted.equals(step);
	}

	/** Solves the sum that the page asks. */
	PatientJourney answerTheSum() {
		type("answer", String.valueOf(sum()));
		return this;
	}

	int sum() {
		String[] terms = this.page.locator(".sum")
			.innerText()
			.replaceAll("(?s).*?(\\d+)\\s*\\+\\s*(\\d+).*", "$1 $2")
			.split(" ");
		return Integer.parseInt(terms[0]) + Integer.parseInt(terms[1]);
	}

	PatientJourney send() {
		press("button[name=action][value=send]");
		return this;
	}

	PatientJourney choosing(String action) {
		press("button[name=action][value=%s]".formatted(action));
		return this;
	}

	/** Sends and returns the reference that is shown. */
	String sendAndReadReference() {
		answerTheSum().send().on("envoyee");
		return reference();
	}

	String reference() {
		return this.page.locator("[data-reference]").first().getAttribute("data-reference");
	}

	/** Everything that was typed so far. */
	Set<String> typed() {
		return this.typed;
	}

	PatientJourney type(String name, String value) {
		this.typed.add(value);
		this.page.locator("[name='%s']".formatted(name)).fill(value);
		return this;
	}

	PatientJourney choose(String name, String code) {
		this.page.locator("input[name='%s'][value='%s']".formatted(name, code)).check();
		return this;
	}

	// A click waits for frames, which never come where scripts are off.
	private void press(String button) {
		this.page.locator(button).first().press("Enter");
	}

}
