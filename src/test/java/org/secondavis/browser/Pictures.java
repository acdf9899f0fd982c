package org.secondavis.browser;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import org.secondavis.access.OneTimeCodes;
import org.secondavis.encryption.Vault;
import org.secondavis.request.FollowUpLinks;
import org.secondavis.request.RequestMother;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Goes through every page and error state, in French and English: axe-core must find
 * nothing, in light or dark, no page may scroll sideways at any width or ask a third
 * party for anything. Colours and the way of the Tab key are the same in every language,
 * and are looked at in French. With {@code -Dpictures=true}, pictures for people go to
 * {@code target/screenshots}.
 */
abstract class Pictures {

	/** What a page of 1280 px becomes at a zoom of 400 % (WCAG 2.2, 1.4.10). */
	private static final int NARROWEST = 320;

	static final int PHONE = 360;

	static final int SCREEN = 1280;

	/** What the workspace must do with. */
	private static final int DESK = 1024;

	private static final int[] WIDTHS = { 768, DESK };

	/** The spacing that a reader may set (WCAG 2.2, 1.4.12). */
	private static final String WIDER_TEXT = """
			const wider = document.createElement('style');
			wider.id = 'wider-text';
			wider.textContent = '* { line-height: 1.5 !important; letter-spacing: .12em !important; '
				+ 'word-spacing: .16em !important } p { margin-bottom: 2em !important }';
			document.head.append(wider);""";

	/** What sticks out of a page that scrolls sideways. */
	private static final String TOO_WIDE = """
			() => {
				const { scrollWidth, clientWidth } = document.documentElement;
				return scrollWidth <= clientWidth ? null : [...document.querySelectorAll('body *')]
					.filter((element) => element.getBoundingClientRect().right > clientWidth)
					.map((element) => element.outerHTML.substring(0, 120)).slice(-5).join(' ');
			}""";

	static final String SIMPLE = "fr-simple";

	@LocalServerPort
	private int port;

	@Autowired
	TestStaff.SignIn signIn;

	@Autowired
	Requests requests;

	@Autowired
	FollowUpLinks links;

	@Autowired
	OneTimeCodes codes;

	@Autowired
	Vault vault;

	@Autowired
	JdbcClient jdbc;

	private final Browser browser;

	private final List<String> findings = new ArrayList<>();

	private String language = "fr";

	Pictures(Browser browser) {
		this.browser = browser;
	}

	/** Looks at all that somebody comes to see in one language. */
	void look(String language, Consumer<PatientJourney> way) {
		this.language = language;
		try (BrowserContext context = newContext()) {
			Page page = context.newPage();
			page.onRequest((request) -> {
				// whoever follows a link leaves on purpose
				if (!request.isNavigationRequest() && !request.url().startsWith("http://localhost:" + this.port)
						&& !request.url().startsWith("data:")) {
					this.findings.add("asks a third party: " + request.url());
				}
			});
			way.accept(new PatientJourney(page, this.port).open("/?lang=" + language));
		}
		assertThat(this.findings).isEmpty();
	}

	String language() {
		return this.language;
	}

	/** Another device. */
	BrowserContext newContext() {
		return this.browser.newContext(new Browser.NewContextOptions().setBypassCSP(true));
	}

	PatientJourney on(Page page) {
		return new PatientJourney(page, this.port);
	}

	SecondOpinionRequest receive(RequestMother request) {
		return this.requests.save(request.submittedAt(Instant.now()).submit(this.vault));
	}

	String linkOf(SecondOpinionRequest request) {
		return "/suivi/" + this.links.issue(request.getId()).orElseThrow().value();
	}

	void picture(Page page, String name) {
		if (this.language.equals(SIMPLE)) {
			// dark colours and wider screens were checked in French
			pictureOnPhone(page, name);
			return;
		}
		for (int width : WIDTHS) {
			page.setViewportSize(width, 900);
			fits(page, name, width);
		}
		page.setViewportSize(NARROWEST, 900);
		fits(page, name, NARROWEST);
		page.evaluate(WIDER_TEXT);
		fits(page, name + " with wider text", NARROWEST);
		page.evaluate("document.getElementById('wider-text').remove()");
		page.setViewportSize(PHONE, 900);
		shoot(page, "%s-%s-%d".formatted(name, this.language, PHONE));
		check(page, "%s (%s) at %d px".formatted(name, this.language, PHONE));
		page.setViewportSize(SCREEN, 900);
		fits(page, name, SCREEN);
		if (this.language.equals("fr")) {
			shoot(page, "%s-fr-%d".formatted(name, SCREEN));
			page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
			check(page, "%s at %d px, dark".formatted(name, SCREEN));
			page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
			KeyboardCheck.faultsOf(page).forEach((fault) -> this.findings.add(name + ": " + fault));
		}
	}

	void pictureOnPhone(Page page, String name) {
		page.setViewportSize(NARROWEST, 900);
		fits(page, name, NARROWEST);
		page.setViewportSize(PHONE, 900);
		shoot(page, "%s-%s-%d".formatted(name, this.language, PHONE));
		check(page, "%s (%s) at %d px".formatted(name, this.language, PHONE));
	}

	private void fits(Page page, String name, int width) {
		Object tooWide = page.evaluate(TOO_WIDE);
		if (tooWide != null) {
			this.findings.add("%s (%s) scrolls sideways at %d px: %s".formatted(name, this.language, width, tooWide));
		}
	}

	private void shoot(Page page, String file) {
		if (!Boolean.getBoolean("pictures")) {
			return;
		}
		page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
			.setType(ScreenshotType.JPEG)
			.setQuality(80)
			.setPath(Path.of("target", "screenshots", file + ".jpg")));
	}

	private void check(Page page, String where) {
		for (Rule violation : new AxeBuilder(page).options(rules()).setLegacyMode(true).analyze().getViolations()) {
			this.findings.add("%s: %s: %s".formatted(where, violation.getId(), violation.getNodes().get(0).getHtml()));
		}
	}

	/**
	 * Axe leaves the size of targets out unless asked for it (WCAG 2.2, 2.5.8). Colours,
	 * which take it longest, are those of the French page.
	 */
	private AxeRunOptions rules() {
		AxeRuleOptions targetSize = new AxeRuleOptions();
		targetSize.setEnabled(true);
		AxeRuleOptions contrast = new AxeRuleOptions();
		contrast.setEnabled(this.language.equals("fr"));
		AxeRunOptions options = new AxeRunOptions();
		options.setRules(Map.of("target-size", targetSize, "color-contrast", contrast));
		options.setResultTypes(List.of("violations"));
		return options;
	}

}
