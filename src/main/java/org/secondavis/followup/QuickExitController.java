package org.secondavis.followup;

import java.net.URI;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.secondavis.intake.Cookies;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * Lets people leave quickly: clears what it can of this site from the device and opens
 * another one. It stands below the follow-up pages, since only there the browser says by
 * which requests the device is known.
 */
@Controller
class QuickExitController {

	private static final String AWAY = "/suivi/ailleurs";

	private static final Set<String> ELSEWHERE = Set.of("cross-site", "same-site");

	private final Cookies drafts;

	private final Visits visits;

	private final QuickExitProperties properties;

	QuickExitController(Cookies drafts, Visits visits, QuickExitProperties properties) {
		this.drafts = drafts;
		this.visits = visits;
		this.properties = properties;
	}

	/**
	 * Leads away in any case: no token is asked for, since an error page would keep
	 * people here. Another site that sends them can make them leave, but forget nothing.
	 * @param site where browsers say that they were sent from; old ones say nothing
	 */
	@PostMapping("/suivi/quitter")
	ResponseEntity<Void> leave(@RequestHeader(name = "Sec-Fetch-Site", required = false) @Nullable String site,
			HttpServletRequest device, HttpServletResponse response) {
		ResponseEntity.BodyBuilder away = ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create(device.getContextPath() + AWAY));
		if (site == null || !ELSEWHERE.contains(site)) {
			this.drafts.forgetAll(device, response);
			this.visits.forget(device, response);
			away.header("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
		}
		return away.build();
	}

	/**
	 * An empty page that leads to the other site at once. A redirect from the form would
	 * leave our page on the screen until the other site answers, and Chromium holds all
	 * redirects of a form against our content policy.
	 */
	@GetMapping(AWAY)
	String away(HttpServletResponse response, Model model) {
		response.setHeader("Refresh", "0; url=" + this.properties.quickExit());
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
		model.addAttribute("exit", this.properties.quickExit());
		model.addAttribute("host", URI.create(this.properties.quickExit()).getHost());
		return "followup/away";
	}

}
