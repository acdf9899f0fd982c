package org.secondavis.browser;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How a request becomes a written opinion that its patient has, by whatever hands:
 * everything is found by what can be read on the page.
 */
record OpinionJourney(Hands hands) {

	static final String ANSWER = "Oui, dès que le pansement est retiré.";

	static final String TREATMENT = "Opérer suffit, sans rayons.";

	Page page() {
		return this.hands.page();
	}

	OpinionJourney takeInCharge(String reference) {
		this.hands.follow("Sans responsable");
		this.hands.follow(reference);
		this.hands.press("Prendre en charge");
		says("Vous avez pris la demande en charge");
		return this;
	}

	OpinionJourney write(String outcome) {
		this.hands.follow("Rédiger l’avis");
		Locator answers = page()
			.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("Les questions du patient"))
			.getByRole(AriaRole.TEXTBOX);
		assertThat(answers).not().hasCount(0);
		answers.all().forEach((answer) -> this.hands.write(answer, ANSWER));
		this.hands.write("En quoi l’avis en tient compte", "Votre main gauche reste libre.");
		this.hands.choose("Elle a eu lieu");
		this.hands.write("Ce qu’elle a conclu", "Opérer, puis irradier.");
		this.hands.choose(outcome);
		this.hands.write(exactly("Diagnostic"), "Le diagnostic est sûr.");
		this.hands.write(exactly("Traitement"), TREATMENT);
		return this;
	}

	OpinionJourney sign() {
		this.hands.press("Enregistrer et relire");
		says("Voici l’avis tel que le patient le lira");
		says(TREATMENT);
		this.hands.press("J’ai relu cet avis");
		this.hands.press("Signer");
		says("L’avis est signé");
		return this;
	}

	/**
	 * A meeting that was held, then the opinion is signed anew; at first its form lacks
	 * something.
	 */
	OpinionJourney holdTheMeeting() {
		this.hands.follow("Remettre l’avis");
		says("ne peut pas encore être remis");
		this.hands.follow("tenez d’abord une RCP");
		this.hands.newYearsDay(page().getByLabel("Jour où elle a été tenue"));
		this.hands.choose("Chirurgie");
		this.hands.choose("Radiothérapie");
		this.hands.press("Noter que la RCP a été tenue");
		Locator errors = page().getByRole(AriaRole.ALERT);
		assertThat(errors).containsText("au moins trois spécialités");
		assertThat(errors).isFocused();
		this.hands.choose("Anatomopathologie");
		this.hands.write("Avis de la RCP", "Renoncer aux rayons.");
		this.hands.press("Noter que la RCP a été tenue");
		says("Relisez l’avis avec ce qu’elle a conclu");
		this.hands.follow("Retour à l’avis");
		this.hands.press("Enregistrer et relire");
		says("Renoncer aux rayons.");
		this.hands.press("J’ai relu cet avis");
		this.hands.press("Signer");
		says("L’avis est signé");
		return this;
	}

	OpinionJourney deliver() {
		this.hands.follow("Remettre l’avis");
		says("un courriel lui dit qu’il y a du nouveau");
		this.hands.press("Remettre l’avis");
		says("L’avis est remis");
		this.hands.follow("Retour à la demande");
		says("Avis écrit remis au patient");
		return this;
	}

	/** The patient's part, on the follow-up page: asks for a code. */
	OpinionJourney askForTheCode() {
		this.hands.follow("Lire mon avis");
		this.hands.press("Recevoir un code");
		return this;
	}

	/** Reads and keeps the opinion. */
	OpinionJourney read(String code) {
		this.hands.write("Code à six chiffres", code);
		this.hands.press("Continuer");
		says(TREATMENT);
		assertThat(textOf(this.hands.download("Télécharger l’avis"))).contains(TREATMENT, ANSWER);
		return this;
	}

	OpinionJourney ask(String question) {
		this.hands.write("Votre question", question);
		this.hands.press("Envoyer ma question");
		says("Votre question est envoyée");
		return this;
	}

	/** The doctor's part, from the page of the request. */
	OpinionJourney answer(String question, String words) {
		this.hands.follow("Voir l’avis");
		says(question);
		this.hands.follow("Répondre à cette question");
		this.hands.write(exactly("Complément"), words);
		this.hands.press("Signer et remettre");
		says("Le complément est signé");
		return this;
	}

	/** The patient has said by telephone that the treating doctor may have it. */
	OpinionJourney noteTheConsent() {
		this.hands.follow("Pour le médecin traitant");
		this.hands.choose("Oui");
		this.hands.choose("Par téléphone");
		this.hands.press("Noter la réponse");
		says("La réponse du patient est notée");
		return this;
	}

	OpinionJourney sendOn() {
		assertThat(textOf(this.hands.download("Télécharger l’avis pour le médecin"))).contains(TREATMENT);
		this.hands.press("Noter l’envoi");
		says("L’envoi est noté");
		return this;
	}

	void says(String words) {
		assertThat(page().locator("main")).containsText(words);
	}

	Locator exactly(String label) {
		return page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
	}

	private static String textOf(Download file) {
		try (PDDocument document = Loader.loadPDF(file.path().toFile())) {
			return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
