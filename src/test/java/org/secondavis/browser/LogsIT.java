package org.secondavis.browser;

import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.secondavis.staff.Role;
import org.slf4j.LoggerFactory;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** The log of a whole journey holds nothing that anybody typed. */
@BrowserTest
@ExtendWith(OutputCaptureExtension.class)
class LogsIT {

	private static final String NOTE = "Appeler plutôt sa fille aînée";

	@LocalServerPort
	private int port;

	@Autowired
	private TestStaff.SignIn signIn;

	private final Browser browser;

	LogsIT(Browser browser) {
		this.browser = browser;
	}

	@Test
	void nothingThatIsTypedIsLogged(CapturedOutput log) {
		try (BrowserContext context = this.browser.newContext()) {
			LoggerFactory.getLogger("org.secondavis").info("The journey begins");
			PatientJourney patient = new PatientJourney(context.newPage(), this.port).start();
			patient.type("birthName", "Vandenbroucke").type("birthYear", "1850").goOn();
			patient.whoByHelper();
			patient.type("email", "minh@").type("phone", "4711").goOn();
			patient.contact("minh@patient.example").situation().expectations().documents();
			patient.type("answer", "1").send();
			String reference = patient.sendAndReadReference();

			Page staff = context.newPage();
			staff.navigate("http://localhost:%d/admin?q=Vandenbroucke".formatted(this.port));
			this.signIn.as(Role.SECRETARIAT, staff);
			staff.navigate("http://localhost:%d/admin/demandes/%s".formatted(this.port, reference));
			staff.locator("form[action$='/note'] textarea").fill(NOTE);
			staff.locator("form[action$='/note'] button").click();
			staff.getByText(NOTE).first().waitFor();

			List<String> longEnoughToTell = Stream.concat(patient.typed().stream(), Stream.of(NOTE, TestStaff.PASSWORD))
				.filter((value) -> value.length() > 4)
				.toList();
			assertThat(longEnoughToTell).hasSizeGreaterThan(10);
			assertThat(log.getAll()).doesNotContain(longEnoughToTell).contains("The journey begins");
		}
	}

}
