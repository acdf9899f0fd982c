package org.secondavis.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import org.secondavis.clinic.Clinic;
import org.secondavis.clinic.CurrentClinic;
import org.secondavis.clinic.Language;
import org.secondavis.clinic.Languages;
import org.secondavis.clinic.PublicAddress;
import org.secondavis.staff.StaffMember;

/** What the layouts show on every page. */
@ControllerAdvice
class PageModel {

	/** Leads a patient from a step back to the check page. */
	private static final String WAY_BACK = "retour=verification";

	private final CurrentClinic clinic;

	private final Languages languages;

	private final PublicAddress site;

	private final TrialProperties trial;

	PageModel(CurrentClinic clinic, Languages languages, PublicAddress site, TrialProperties trial) {
		this.clinic = clinic;
		this.languages = languages;
		this.site = site;
		this.trial = trial;
	}

	/** The clinic in the reader's language. */
	@ModelAttribute("clinic")
	Clinic clinic(Locale locale) {
		return this.clinic.now().in(locale);
	}

	/** The languages that the switch offers; easy to read is not for the staff. */
	@ModelAttribute("choices")
	List<Language> languages(HttpServletRequest request) {
		boolean staff = isForStaff(request);
		return this.languages.all().stream().filter((language) -> !staff || !language.isVariant()).toList();
	}

	@ModelAttribute("site")
	PublicAddress site() {
		return this.site;
	}

	@ModelAttribute("trial")
	boolean trial() {
		return this.trial.enabled();
	}

	/** The path that was asked for, on an error page too. */
	@ModelAttribute("path")
	String path(HttpServletRequest request) {
		Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		String uri = (failed != null) ? failed.toString() : request.getRequestURI();
		return uri.substring(request.getContextPath().length());
	}

	/**
	 * What stands in the address after the path, to which another choice can be added. On
	 * pages that may hold a patient's secret link nothing is repeated that somebody else
	 * can choose: the length of the compressed page would tell what it resembles.
	 */
	@ModelAttribute("query")
	String query(HttpServletRequest request) {
		String query = Objects.requireNonNullElse(request.getQueryString(), "");
		boolean staff = isForStaff(request);
		return Stream.of(query.split("&"))
			.filter((part) -> staff ? !part.isEmpty() && !part.startsWith("lang=") : part.equals(WAY_BACK))
			.map((part) -> part + "&")
			.collect(Collectors.joining());
	}

	private boolean isForStaff(HttpServletRequest request) {
		return path(request).startsWith("/admin");
	}

	/** After how many seconds without a request the session of a member of staff ends. */
	@ModelAttribute("idle")
	@Nullable Integer idle(HttpServletRequest request, @AuthenticationPrincipal @Nullable StaffMember me) {
		HttpSession session = (me != null) ? request.getSession(false) : null;
		return (session != null) ? session.getMaxInactiveInterval() : null;
	}

	@ModelAttribute("me")
	@Nullable StaffMember me(@AuthenticationPrincipal @Nullable StaffMember me) {
		return me;
	}

}
