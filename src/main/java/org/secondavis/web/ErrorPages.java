package org.secondavis.web;

import java.util.Set;

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

	@RequestMapping("${server.error.path:/error}")
	String show(HttpServletRequest request, HttpServletResponse response, Model model) {
		int status = statusOf(request);
		response.setStatus(status);
		response.setHeader("Content-Security-Policy", SecurityConfiguration.CONTENT_POLICY);
		response.setHeader("Cache-Control", "no-store");
		// the form of a page that failed while it was written would be taken for ours
		request.removeAttribute("form");
		model.addAttribute("problem", expired(request) ? "expired" : explanationOf(status));
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

	private static String explanationOf(int status) {
		if (EXPLAINED.contains(status)) {
			return Integer.toString(status);
		}
		return (status == 405) ? "404" : (status < 500) ? "400" : "500";
	}

}
