package org.secondavis.web;

import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The pages that say what went wrong, in the reader's words. They need neither the
 * database nor a session.
 */
@Controller
class ErrorPages implements ErrorController {

	/** The statuses that have words of their own. */
	private static final Set<Integer> EXPLAINED = Set.of(400, 403, 404, 409, 413, 429, 500, 503);

	private static final Pattern FILE = Pattern.compile("/admin/demandes/[^/]+/fichiers/.*");

	@RequestMapping("${server.error.path:/error}")
	String show(HttpServletRequest request, HttpServletResponse response, Model model) {
		int status = statusOf(request);
		response.setStatus(status);
		response.setHeader("Content-Security-Policy", SecurityConfiguration.CONTENT_POLICY);
		response.setHeader("Cache-Control", "no-store");
		// the form of a page that failed while it was written would be taken for ours
		request.removeAttribute("form");
		if (Boolean.TRUE.equals(request.getAttribute(Gatekeeper.SIGNED_OUT))) {
			model.addAttribute("kept", KeptForm.of(request));
			model.addAttribute("again", Boolean.TRUE.equals(request.getAttribute(Gatekeeper.SIGNED_IN_AGAIN)));
			return "error/signed-out";
		}
		model.addAttribute("problem", expired(request) ? "expired" : explanationOf(status, pathOf(request)));
		return "error/error";
	}

	/** Nobody has business here without an error. */
	private static int statusOf(HttpServletRequest request) {
		if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
			return Failures.log(failure).value();
		}
		return (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status) ? status : 404;
	}

	private static boolean expired(HttpServletRequest request) {
		return request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException;
	}

	private static String pathOf(HttpServletRequest request) {
		String uri = Objects.toString(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), "");
		return uri.startsWith(request.getContextPath()) ? uri.substring(request.getContextPath().length()) : uri;
	}

	/**
	 * What is not there means something else to staff, and to who opens a secret link;
	 * and what does not answer to who opens a patient's file.
	 */
	private static String explanationOf(int status, String path) {
		boolean missing = status == 404 || status == 405;
		if (missing && path.startsWith("/suivi/")) {
			return "link";
		}
		if (missing && path.startsWith("/admin")) {
			return "staff";
		}
		if (status == 503 && FILE.matcher(path).matches()) {
			return "file";
		}
		if (EXPLAINED.contains(status)) {
			return Integer.toString(status);
		}
		return missing ? "404" : (status < 500) ? "400" : "500";
	}

}
