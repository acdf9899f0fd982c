package org.secondavis.browser;

import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** That the check finds what it is for. */
@ExtendWith(Chromium.class)
class KeyboardCheckIT {

	private static final String SKIP = "<a href='#main'>Skip</a>";

	private static final String MAIN = """
			<main id="main" tabindex="-1">
			<input type="date"> <input type="radio" name="a"> <input type="radio" name="a">
			<details><summary>More</summary><a href="#more">In here</a></details>
			%s
			</main><a href="#end">End</a>""";

	private final Browser browser;

	KeyboardCheckIT(Browser browser) {
		this.browser = browser;
	}

	@Test
	void aPlainPageIsInOrder() {
		assertThat(faultsOf(SKIP, "<button>Send</button>")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"',
			textBlock = """
					<button tabindex='-1'>Send</button>                                            | Tab never reaches
					<button style='outline: none'>Send</button>                                    | nothing shows the focus
					<button style='position: fixed; top: 150vh'>Send</button>                      | the focus is out of sight
					<button>Send</button><p style='position: fixed; inset: 0; background: red'>    | something covers the focus
					<button tabindex='2'>Send</button>                                             | a tabindex changes the order
					<input onkeydown='event.preventDefault()'>                                     | Tab does not come past
					""",
			delimiter = '|')
	void whatIsWrongIsNamed(String content, String fault) {
		assertThat(faultsOf(SKIP, content)).anySatisfy((found) -> assertThat(found).startsWith(fault));
	}

	@Test
	void theFirstStopMustLeadToTheContent() {
		assertThat(faultsOf("<a href='#end'>Home</a>", "")).singleElement()
			.asString()
			.startsWith("the first stop does not lead to the content");
	}

	private List<String> faultsOf(String header, String content) {
		try (Page page = this.browser.newPage()) {
			page.setContent(header + MAIN.formatted(content));
			return KeyboardCheck.faultsOf(page);
		}
	}

}
