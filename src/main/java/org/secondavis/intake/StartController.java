package org.secondavis.intake;

import java.util.Optional;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.secondavis.clinic.Retention;
import org.secondavis.document.PaperType;
import org.secondavis.encryption.SecretToken;

/** Says what to know before the form, and starts or resumes it. */
@Controller
@RequestMapping("/demande")
class StartController {

	private final OpenDrafts drafts;

	private final Cookies cookies;

	private final Beginning beginning;

	private final Retention retention;

	StartController(OpenDrafts drafts, Cookies cookies, Beginning beginning, Retention retention) {
		this.drafts = drafts;
		this.cookies = cookies;
		this.beginning = beginning;
		this.retention = retention;
	}

	@GetMapping
	String show(@CookieValue(name = Cookies.DRAFT, required = false) @Nullable SecretToken token,
			@CookieValue(name = Cookies.UNDER_WAY, required = false) @Nullable String mark,
			@RequestParam(name = "avis", required = false) @Nullable String code, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		model.addAttribute("papers", PaperType.values());
		model.addAttribute("days", this.retention.draft().toDays());
		Stream.of(Notice.values())
			.filter((notice) -> notice.code().equals(code))
			.findFirst()
			.ifPresent((notice) -> model.addAttribute("notice", notice));
		Optional<Draft> draft = this.drafts.find(token);
		model.addAttribute("sent", draft.filter(Draft::isSent).isPresent());
		boolean underWay = draft.filter((found) -> !found.isSent()).isPresent();
		model.addAttribute("underWay", underWay);
		if (!underWay && mark != null) {
			this.cookies.forgetMark(request, response);
		}
		draft.ifPresent((found) -> model.addAttribute("until", found.getExpiresAt()));
		return "intake/start";
	}

	/** A form that is under way goes on, unless the person wants to begin again. */
	@PostMapping
	String start(@CookieValue(name = Cookies.DRAFT, required = false) @Nullable SecretToken token,
			@RequestParam(defaultValue = "continue") String action, HttpServletRequest request,
			HttpServletResponse response) {
		boolean underWay = this.drafts.find(token).filter((draft) -> !draft.isSent()).isPresent();
		if (underWay && action.equals("again") && token != null) {
			this.drafts.discard(token);
			underWay = false;
		}
		if (!underWay) {
			this.beginning.begin(request, response);
		}
		return "redirect:" + Step.WHO.url();
	}

	/**
	 * Leaves no way from this device to the form; its link still opens it elsewhere.
	 */
	@PostMapping(path = "/oublier", params = "action=draft")
	String forgetDraft(HttpServletRequest request, HttpServletResponse response) {
		this.cookies.forgetDraft(request, response);
		return "redirect:" + url(Notice.LEFT);
	}

	/** Leaves no way from this device to what was sent; the clinic keeps it. */
	@PostMapping("/oublier")
	String forget(@CookieValue(name = Cookies.DRAFT, required = false) @Nullable SecretToken token,
			HttpServletRequest request, HttpServletResponse response) {
		if (token != null && this.drafts.find(token).filter(Draft::isSent).isPresent()) {
			this.drafts.discard(token);
			this.cookies.forgetDraft(request, response);
		}
		this.cookies.forgetFollowUp(request, response);
		return "redirect:" + url(Notice.FORGOTTEN);
	}

	static String url(Notice notice) {
		return "/demande?avis=" + notice.code();
	}

	/** What to tell a person who is sent back to the start. */
	enum Notice {

		EXPIRED("perdue"), LEFT("quittee"), ANEW("nouvelle"), OTHER("autre"), FORGOTTEN("oubliee");

		private final String code;

		Notice(String code) {
			this.code = code;
		}

		String code() {
			return this.code;
		}

	}

}
