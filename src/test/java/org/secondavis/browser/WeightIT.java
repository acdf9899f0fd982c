package org.secondavis.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What a page costs a reader who pays for each kilobyte, or waits for it. */
@BrowserTest
class WeightIT {

	private static final int FIRST_VIEW = 100 * 1024;

	private static final int NEXT_VIEW = 15 * 1024;

	/** What came over the wire for the page, its headers included. */
	private static final String TRANSFERRED = "performance.getEntries().reduce((sum, entry) => sum + (entry.transferSize || 0), 0)";

	@LocalServerPort
	private int port;

	private final Browser browser;

	private BrowserContext context;

	WeightIT(Browser browser) {
		this.browser = browser;
	}

	@BeforeEach
	void freshBrowser() {
		this.context = this.browser.newContext();
	}

	@AfterEach
	void closeBrowser() {
		this.context.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/information/chiffres", "/information/donnees-personnelles",
			"/information/questions-frequentes", "/demande", "/demande/preparer" })
	void aPageIsLightOnFirstViewAndLighterOnTheNext(String path) {
		Page page = this.context.newPage();
		assertThat(transferred(page, path)).isBetween(10 * 1024, FIRST_VIEW);
		assertThat(transferred(page, "/information/quand")).isBetween(1024, NEXT_VIEW);
		assertThat(transferred(page, path)).isBetween(1024, NEXT_VIEW);
	}

	@Test
	void everyStepOfTheFormIsLight() {
		PatientJourney patient = new PatientJourney(this.context.newPage(), this.port).start();
		assertThat(transferred(patient.page())).isLessThan(NEXT_VIEW);
		assertThat(transferred(patient.who().page())).isLessThan(NEXT_VIEW);
		assertThat(transferred(patient.contact("zoe@patiente.example").page())).isLessThan(NEXT_VIEW);
		assertThat(transferred(patient.situation().page())).isLessThan(NEXT_VIEW);
		assertThat(transferred(patient.expectations().page())).isLessThan(NEXT_VIEW);
		assertThat(transferred(patient.documents().page())).isLessThan(NEXT_VIEW);
	}

	private int transferred(Page page, String path) {
		page.navigate("http://localhost:%d%s".formatted(this.port, path));
		return transferred(page);
	}

	private static int transferred(Page page) {
		return ((Number) page.evaluate(TRANSFERRED)).intValue();
	}

}
