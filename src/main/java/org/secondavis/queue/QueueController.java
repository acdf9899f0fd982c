package org.secondavis.queue;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.Situation.CancerSite;
import org.secondavis.review.BulkDecisions;
import org.secondavis.review.LastList;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.StaffMember;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows staff the requests that wait for them. */
@Controller
class QueueController {

	private final Queue queue;

	private final Requests requests;

	private final StaffAccounts accounts;

	private final Deadlines deadlines;

	private final SavedViews views;

	QueueController(Queue queue, Requests requests, StaffAccounts accounts, Deadlines deadlines, SavedViews views) {
		this.queue = queue;
		this.requests = requests;
		this.accounts = accounts;
		this.deadlines = deadlines;
		this.views = views;
	}

	@GetMapping("/admin")
	String list(QueueParameters parameters, @AuthenticationPrincipal StaffMember me, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		Optional<Reference> meant = meant(parameters.q());
		if (meant.isPresent()) {
			return "redirect:/admin/demandes/" + meant.get();
		}
		List<StaffAccount> colleagues = this.accounts.findAllByOrderByName();
		QueueFilter filter = QueueFilter.of(parameters, me.id(), colleagues.stream().map(StaffAccount::getId).toList());
		model.addAttribute("filter", filter);
		LastList.remember(request, response);
		QueuePage page = this.queue.find(filter);
		model.addAttribute("list", page);
		model.addAttribute("lists", page.lists());
		model.addAttribute("views", this.views.of(me.id()));
		model.addAttribute("sites", CancerSite.values());
		model.addAttribute("reasons", BulkDecisions.REASONS);
		model.addAttribute("flags", Flag.values());
		model.addAttribute("sorts", Sort.values());
		model.addAttribute("targets", this.deadlines.targets());
		model.addAttribute("unclaimedAfter", this.deadlines.unclaimed());
		model.addAttribute("colleagues",
				colleagues.stream().map((account) -> new Colleague(account.getId(), account.getName())).toList());
		return "queue/queue";
	}

	/** Whoever types a whole reference wants that request and no list. */
	private Optional<Reference> meant(@Nullable String q) {
		return Optional.ofNullable(q)
			.flatMap(Reference::parse)
			.flatMap(this.requests::findByReference)
			.map(SecondOpinionRequest::getReference);
	}

}
