package org.secondavis.review;

import java.time.Clock;
import java.util.List;

import org.secondavis.document.Paper;
import org.secondavis.document.Papers;
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.staff.NotFoundException;
import org.secondavis.staff.StaffMember;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Notes that a paper which was asked for has come by post or by hand. */
@Controller
class PapersReceivedController {

	private final Requests requests;

	private final Papers papers;

	private final TransactionTemplate transaction;

	private final Clock clock;

	PapersReceivedController(Requests requests, Papers papers, TransactionTemplate transaction, Clock clock) {
		this.requests = requests;
		this.papers = papers;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Twice is the same as once, so no form is ever overtaken. */
	@PostMapping("/admin/demandes/{reference}/papier")
	String received(@PathVariable Reference reference, @RequestParam(defaultValue = "") String paper,
			@AuthenticationPrincipal StaffMember me, RedirectAttributes flash) {
		this.transaction.executeWithoutResult((status) -> {
			SecondOpinionRequest request = this.requests.lockByReference(reference).orElseThrow(NotFoundException::new);
			Paper asked = this.papers.findByRequestId(request.getId())
				.stream()
				.filter((one) -> one.getType().name().equals(paper) && one.getAskedAt() != null)
				.findFirst()
				.orElseThrow(NotFoundException::new);
			if (asked.isAwaited()) {
				asked.arrive(me.id(), this.clock.instant());
				this.papers.saveAll(List.of(asked));
			}
		});
		flash.addFlashAttribute("done", "request.paper.received.done");
		return "redirect:/admin/demandes/" + reference + "#papers";
	}

}
