package org.secondavis.intake;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Leads a person on whose form is not, or no longer, being filled in. */
@ControllerAdvice(basePackageClasses = DraftAdvice.class)
class DraftAdvice {

	@ExceptionHandler(NoDraftException.class)
	String sayThatItIsGone(HttpServletRequest request) {
		return request.getMethod().equals("POST") ? "forward:" + LostController.URL
				: "redirect:" + StartController.url(StartController.Notice.EXPIRED);
	}

	@ExceptionHandler(OtherDraftException.class)
	String sayThatNothingWasMixed() {
		return "redirect:" + StartController.url(StartController.Notice.OTHER);
	}

	@ExceptionHandler(AlreadySentException.class)
	String showWhatWasSent() {
		return "redirect:" + ConfirmationController.ALREADY_SENT_URL;
	}

}
