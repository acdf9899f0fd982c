package org.secondavis.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One Chromium for all browser tests: the system's first, else Playwright's own. Without
 * any, the tests are skipped; {@code -Dbrowser.required=true} makes that a failure.
 */
class Chromium implements BeforeAllCallback, ParameterResolver {

	private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser",
			"/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
			"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");

	/** A page's script hardly runs often enough to be worth a second compilation. */
	private static final String COMPILE_ONCE = "--js-flags=--no-opt,--no-maglev";

	private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-gpu",
			"--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
			COMPILE_ONCE);

	private record Started(Optional<Browser> browser, String problem) {

		private static final Started ONCE = start();

		private static Started start() {
			Optional<Path> system = PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
			BrowserType.LaunchOptions options = new BrowserType.LaunchOptions().setArgs(ARGUMENTS);
			system.ifPresent(options::setExecutablePath);
			try {
				Playwright playwright = Playwright
					.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
				return new Started(Optional.of(playwright.chromium().launch(options)), "");
			}
			catch (PlaywrightException ex) {
				return new Started(Optional.empty(), String.valueOf(ex.getMessage()));
			}
		}

	}

	@Override
	public void beforeAll(ExtensionContext context) {
		if (Started.ONCE.browser().isEmpty()) {
			if (Boolean.getBoolean("browser.required")) {
				Assertions.fail("No browser: " + Started.ONCE.problem());
			}
			Assumptions.abort("No browser: " + Started.ONCE.problem());
		}
	}

	@Override
	public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
		return Stream.of(Browser.class).anyMatch(parameter.getParameter().getType()::equals);
	}

	@Override
	public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
		return Started.ONCE.browser().orElseThrow();
	}

}
