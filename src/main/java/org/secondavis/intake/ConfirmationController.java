package org.secondavis.intake;

import java.time.LocalDate;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import org.secondavis.clinic.CurrentClinic;
import org.secondavis.clinic.PublicAddress;
import org.secondavis.clinic.Retention;
import org.secondavis.clinic.WorkingDays;
import org.secondavis.encryption.SecretToken;
import org.secondavis.request.FollowUpLinks;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.Status;

/** Confirms what was sent from this device: what was received, when, and what follows. */
@Controller
class ConfirmationController {

	static final String URL = "/demande/envoyee";

	static final String ALREADY_SENT_URL = URL + "?avis=deja-envoyee";

	private final FollowUpLinks links;

	private final OpenDrafts drafts;

	private final SendRequest sendRequest;

	private final Cookies cookies;

	private final WorkingDays workingDays;

	private final Retention retention;

	private final CurrentClinic clinic;

	private final PublicAddress publicAddress;

	ConfirmationController(FollowUpLinks links, OpenDrafts drafts, SendRequest sendRequest, Cookies cookies,
			WorkingDays workingDays, Retention retention, CurrentClinic clinic, PublicAddress publicAddress) {
		this.links = links;
		this.drafts = drafts;
		this.sendRequest = sendRequest;
		this.cookies = cookies;
		this.workingDays = workingDays;
		this.retention = retention;
		this.clinic = clinic;
		this.publicAddress = publicAddress;
	}

	@GetMapping(URL)
	String show(@CookieValue(name = Cookies.FOLLOW_UP, required = false) @Nullable SecretToken link,
			@CookieValue(name = Cookies.DRAFT, required = false) @Nullable SecretToken draft,
			@RequestParam(name = "avis", required = false) @Nullable String notice, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		SecretToken known = Optional.ofNullable(link)
			.filter((one) -> this.links.find(one).isPresent())
			.orElseGet(() -> linkThatGotLost(draft, request, response));
		SecondOpinionRequest sent = this.links.find(known).orElseThrow(NoDraftException::new);
		model.addAttribute("reference", sent.getReference().value());
		model.addAttribute("suspect", sent.getStatus() == Status.SUSPECT);
		model.addAttribute("byMail", sent.getContact().email() != null);
		model.addAttribute("alreadySent", notice != null);
		model.addAttribute("link", "/suivi/" + known.value());
		model.addAttribute("receivedAt", sent.getSubmittedAt());
		LocalDate answerBy = this.workingDays.after(sent.getSubmittedAt(), this.clinic.now().answerDays());
		model.addAttribute("answerBy", answerBy);
		model.addAttribute("soon", sent.getSituation().plannedBy(answerBy));
		model.addAttribute("helperByMail", sent.getHelper() != null && sent.getHelper().email() != null);
		model.addAttribute("tellPatient", sent.mustTellPatient());
		model.addAttribute("address", this.publicAddress.link("/suivi/" + known.value()));
		model.addAttribute("days", this.retention.draft().toDays());
		return "intake/sent";
	}

	// The answer to the POST may have got lost on its way, and the link with it.
	private SecretToken linkThatGotLost(@Nullable SecretToken draft, HttpServletRequest request,
			HttpServletResponse response) {
		SecretToken link = this.drafts.find(draft)
			.filter(Draft::isSent)
			.map(this.sendRequest::linkToWhatWasSent)
			.orElseThrow(NoDraftException::new);
		this.cookies.keepFollowUp(link, request, response);
		return link;
	}

}
