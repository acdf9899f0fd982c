package org.secondavis.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import org.secondavis.clinic.Retention;

/**
 * Tells whoever answers a form that is gone: begins nothing afresh in silence, and gives
 * back what was just written.
 */
@Controller
class LostController {

	static final String URL = "/demande/perdue";

	/**
	 * The fields in which people write whole sentences, which nobody likes to do twice.
	 */
	private static final List<String> WORDS = List.of("accessNeeds", "cancerDetail", "story", "priorityDetail",
			"ownQuestion1", "ownQuestion2", "ownQuestion3", "availability");

	private final Retention retention;

	LostController(Retention retention) {
		this.retention = retention;
	}

	@RequestMapping(URL)
	ModelAndView tell(HttpServletRequest request) {
		Map<String, String> words = new LinkedHashMap<>();
		for (String field : WORDS) {
			String typed = Text.area(Objects.requireNonNullElse(request.getParameter(field), ""));
			if (!typed.isEmpty()) {
				words.put(field, typed);
			}
		}
		if (words.isEmpty()) {
			return new ModelAndView("redirect:" + StartController.url(StartController.Notice.EXPIRED));
		}
		return new ModelAndView("intake/lost", Map.of("words", words, "days", this.retention.draft().toDays()),
				HttpStatus.GONE);
	}

}
