package org.secondavis.information;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.clinic.Clinic;
import org.secondavis.clinic.Retention;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PageReaderTests {

	static final String FRONT_MATTER = """
			---
			title: Faut-il payer : oui ou non ?
			line: Une ligne.
			summary: Un résumé de {clinic}.
			order: 3
			reviewed: 2026-11-23
			---
			""";

	static final ResourceBundleMessageSource MESSAGES = new ResourceBundleMessageSource();

	static {
		MESSAGES.setBasename("messages/messages");
		MESSAGES.setDefaultEncoding("UTF-8");
		MESSAGES.setFallbackToSystemLocale(false);
	}

	private final PageReader reader = new PageReader(placeholders(clinic("Anne *Martin*", "Paul <b>Petit</b>")));

	static Placeholders placeholders(Clinic clinic) {
		return new Placeholders(() -> clinic, new Retention(Duration.ofDays(7), Duration.ofDays(3), Duration.ofDays(30),
				Duration.ofDays(365), Duration.ofDays(90), false), MESSAGES);
	}

	static Clinic clinic(String... doctors) {
		return clinic(5, doctors);
	}

	private static Clinic clinic(int answerDays, String... doctors) {
		return new Clinic("Clinique *du_Nord* [A](b) & Cie", "+33 1 23 45 67 89", "avis@nord.example", "rue",
				"le matin", ZoneId.of("Europe/Paris"), answerDays, "150 €", List.of(doctors), null, null, null,
				Map.of());
	}

	@Test
	void theFrontMatterSaysWhatTheListShows() {
		InformationPage page = read("## A\n\nTexte.");
		assertThat(page.title()).isEqualTo("Faut-il payer : oui ou non ?");
		assertThat(page.line()).isEqualTo("Une ligne.");
		assertThat(page.summary()).isEqualTo("Un résumé de Clinique *du_Nord* [A](b) & Cie.");
		assertThat(page.order()).isEqualTo(3);
		assertThat(page.reviewed()).isEqualTo(LocalDate.of(2026, 11, 23));
	}

	@Test
	void signsInTheClinicsNameAreNotTakenForMarkdown() {
		assertThat(read("Chez {clinic}, **{answer-days} jours**, {price}.").html())
			.isEqualTo("<p>Chez Clinique *du_Nord* [A](b) &amp; Cie, <strong>5 jours</strong>, 150 €.</p>\n");
	}

	@Test
	void theDelayAgreesWithItsNumberInEitherLanguage() {
		PageReader tomorrow = new PageReader(placeholders(clinic(1)));
		assertThat(tomorrow.read("x", "fr", FRONT_MATTER + "Sous {answer-delay}.").html())
			.isEqualTo("<p>Sous 1 jour ouvré.</p>\n");
		assertThat(this.reader.read("x", "en", FRONT_MATTER + "Within {answer-delay}.").html())
			.isEqualTo("<p>Within 5 working days.</p>\n");
	}

	@Test
	void aPageSaysHowLongAnUnsentFormIsKept() {
		assertThat(read("Gardé {retention-draft}.").html()).isEqualTo("<p>Gardé 7 jours.</p>\n");
		PageReader impatient = new PageReader(new Placeholders(() -> clinic(), new Retention(Duration.ofDays(1),
				Duration.ofDays(3), Duration.ofDays(30), Duration.ofDays(365), Duration.ofDays(90), false), MESSAGES));
		assertThat(impatient.read("x", "en", FRONT_MATTER + "Kept for {retention-draft}.").html())
			.isEqualTo("<p>Kept for 1 day.</p>\n");
	}

	@Test
	void whereAPageIsHostedIsAskedOfTheSecretariatUnlessTheClinicTold() {
		assertThat(read("{hosting}").html()).contains("Le secrétariat peut vous le dire.");
		PageReader told = new PageReader(
				placeholders(new Clinic("Clinique", "01 23 45 67 89", "avis@nord.example", "rue", "le matin",
						ZoneId.of("Europe/Paris"), 5, "150 €", List.of(), null, "Chez *nous*.", null, Map.of())));
		assertThat(told.read("x", "fr", FRONT_MATTER + "{hosting}").html()).isEqualTo("<p>Chez *nous*.</p>\n");
	}

	@Test
	void aPageMayStayOutOfTheList() {
		assertThat(read("Texte.").listed()).isTrue();
		assertThat(this.reader.read("x", "fr", FRONT_MATTER.replace("order:", "list: no\norder:")).listed()).isFalse();
	}

	@Test
	void phoneAndAddressBecomeLinks() {
		assertThat(read("Appelez le {phone} ou écrivez à {email}.").html())
			.isEqualTo("<p>Appelez le <a href=\"tel:+33123456789\">+33 1 23 45 67 89</a> ou écrivez à "
					+ "<a href=\"mailto:avis@nord.example\">avis@nord.example</a>.</p>\n");
		assertThat(read("[Appelez {phone}](tel:{phone})").html())
			.isEqualTo("<p><a href=\"tel:+33123456789\">Appelez +33 1 23 45 67 89</a></p>\n");
	}

	@Test
	void theDoctorsBecomeAList() {
		assertThat(read("Avant\n\n{doctors}\n\nAprès").html()).containsIgnoringWhitespaces(
				"<p>Avant</p><ul><li>Anne *Martin*</li><li>Paul &lt;b&gt;Petit&lt;/b&gt;</li></ul><p>Après</p>");
		assertThat(read("Avec {doctors}.").html()).contains("Avec Anne *Martin*, Paul");
	}

	@Test
	void noDoctorsLeaveNoEmptyList() {
		PageReader alone = new PageReader(placeholders(clinic()));
		assertThat(alone.read("x", "fr", FRONT_MATTER + "Avant\n\n{doctors}").html()).isEqualTo("<p>Avant</p>\n");
	}

	@Test
	void htmlIsShownAndNotObeyed() {
		assertThat(read("<script>alert(1)</script>\n\nUn <b onclick=x>mot</b>").html()).doesNotContain("<script", "<b")
			.contains("&lt;script&gt;", "&lt;b onclick=x&gt;");
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x" })
	void aLinkThatWouldRunSomethingLeadsNowhere(String address) {
		assertThat(read("[lien](" + address + ") ![image](" + address + ")").html())
			.doesNotContainIgnoringCase(address);
	}

	@Test
	void linksToOtherPagesStay() {
		assertThat(read("[a](/information/quand) [b](https://www.example.org/x)").html())
			.isEqualTo("<p><a href=\"/information/quand\">a</a> <a href=\"https://www.example.org/x\">b</a></p>\n");
	}

	@Test
	void headingsCanBeLinkedTo() {
		InformationPage page = read("# Un\n\n## Deux *fois* ?\n\n### Non\n\n## Un");
		assertThat(page.headings()).extracting(InformationPage.Heading::text)
			.containsExactly("Un", "Deux fois ?", "Un");
		assertThat(page.headings()).extracting(InformationPage.Heading::id).doesNotHaveDuplicates();
		assertThat(page.headings())
			.allSatisfy((heading) -> assertThat(page.html()).contains("<h2 id=\"" + heading.id() + "\">"));
		assertThat(page.isLong()).isFalse();
		assertThat(read("## a\n\n## b\n\n## c\n\n## d\n\n## e").isLong()).isTrue();
	}

	@Test
	void aByteOrderMarkDoesNoHarm() {
		assertThat(this.reader.read("x", "fr", "\uFEFF" + FRONT_MATTER + "Texte").html()).isEqualTo("<p>Texte</p>\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "# Titre", "---\ntitle: Seul\n---\n", "---\ntitle:\nline: a\nsummary: b\n---\n",
			"---\ntitle: a\nline: b\nsummary: c\norder: premier\n---\n",
			"---\ntitle: a\nline: b\nsummary: c\nreviewed: 23/11/2026\n---\n" })
	void aPageWithoutAProperFrontMatterIsBroken(String markdown) {
		assertThatExceptionOfType(BrokenPageException.class).isThrownBy(() -> this.reader.read("x", "fr", markdown));
	}

	private InformationPage read(String text) {
		return this.reader.read("page", "fr", FRONT_MATTER + text);
	}

}
