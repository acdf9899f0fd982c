package org.secondavis.benchmark;

import java.io.IOException;

/** A patient's way through the form, from its start page to the reference. */
final class Journey {

	private static final String STORY = """
			Une boule dans le sein droit a été découverte en mars lors d’un examen de dépistage.
			La biopsie a montré un carcinome canalaire infiltrant de grade 2, récepteurs hormonaux positifs.
			On m’a proposé une opération suivie d’une radiothérapie, puis un traitement hormonal de cinq ans.
			J’aimerais savoir si l’opération peut être moins étendue, et si la chimiothérapie est utile.
			Je prends un traitement pour la tension depuis dix ans et je n’ai pas d’allergie connue.""";

	private final Browser browser;

	Journey(Browser browser) {
		this.browser = browser;
	}

	/** Fills in the form up to the page on which all answers are checked. */
	Page fillIn() throws IOException, InterruptedException {
		Page page = this.browser.submit(this.browser.get("/demande")).at("/demande/qui");
		page = this.browser
			.submit(page, "filledBy", "PATIENT", "birthName", "O’Brien-N’Guyen", "usedName", "", "firstName", "Zoë",
					"birthDay", "29", "birthMonth", "2", "birthYear", "1952", "helperName", "", "helperRelation", "",
					"helperPhone", "", "helperEmail", "", "action", "continue")
			.at("/demande/contact");
		page = this.browser
			.submit(page, "phone", "06 12 34 56 78", "email", "zoe@patiente.example", "contactTimes", "MORNING",
					"contactTimes", "EVENING", "voicemail", "YES", "accessNeeds", "J’entends mal au téléphone.",
					"action", "continue")
			.at("/demande/situation");
		page = this.browser
			.submit(page, "cancerSite", "BREAST", "cancerDetail", "carcinome canalaire infiltrant", "diagnosisMonth",
					"3", "diagnosisYear", "2025", "careStage", "TREATMENT_PROPOSED", "metastases", "NONE", "treatments",
					"SURGERY", "treatments", "RADIOTHERAPY", "plannedDay", "", "plannedMonth", "", "plannedYear", "",
					"rcpHeld", "YES", "hospital", "Hôpital du Nord", "treatingDoctor", "Dr Durand", "story", STORY,
					"action", "continue")
			.at("/demande/attentes");
		page = this.browser
			.submit(page, "reasons", "UNDERSTAND", "reasons", "CONFIRM_TREATMENT", "priority", "QUALITY_OF_LIFE",
					"priorityDetail", "Continuer à jardiner et garder mes petits-enfants.", "ownQuestion1",
					"L’opération peut-elle être moins étendue ?", "ownQuestion2", "La chimiothérapie est-elle utile ?",
					"ownQuestion3", "", "visitMode", "VIDEO", "availability", "le mardi et le jeudi", "action",
					"continue")
			.at("/demande/documents");
		return this.browser
			.submit(page, "documents[PATHOLOGY]", "HAVE", "documents[RCP_REPORT]", "CAN_GET",
					"documents[IMAGING_REPORT]", "HAVE", "documents[IMAGES]", "HAVE", "documents[OPERATION_REPORT]",
					"NO", "documents[LETTERS]", "HAVE", "documents[GENETICS]", "UNKNOWN", "documents[BLOOD_TESTS]",
					"HAVE", "documents[MEDICINES]", "HAVE", "action", "continue")
			.at("/demande/verification");
	}

	/** Sends the request and says where the confirmation stands. */
	String send(Page check) throws IOException, InterruptedException {
		return this.browser.post(check, "answer", check.sum(), "website", "", "action", "send");
	}

	/** The reference on the confirmation. */
	String reference(String confirmation) throws IOException, InterruptedException {
		return this.browser.get(confirmation).at("/demande/envoyee").reference();
	}

}
