package org.secondavis.queue;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.secondavis.request.StaffId;
import org.secondavis.review.BulkDecisions;
import org.secondavis.review.LastList;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.StaffMember;
import org.secondavis.staff.WrongInputException;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What staff do with the list itself; each leads back to the list as it was. */
@Controller
class QueueWorkController {

	private final BulkDecisions bulk;

	private final SavedViews views;

	private final StaffAccounts accounts;

	QueueWorkController(BulkDecisions bulk, SavedViews views, StaffAccounts accounts) {
		this.bulk = bulk;
		this.views = views;
		this.accounts = accounts;
	}

	@PostMapping("/admin/lot")
	String decide(@RequestParam(defaultValue = "") List<String> chosen,
			@RequestParam(defaultValue = "assign") String action, @RequestParam(defaultValue = "") String assignee,
			@RequestParam(defaultValue = "") String reason,
			@CookieValue(name = LastList.COOKIE, required = false) @Nullable String list,
			@AuthenticationPrincipal StaffMember me, RedirectAttributes flash) {
		StaffId by = new StaffId(me.id());
		try {
			flash.addFlashAttribute("bulk", action.equals("close") ? this.bulk.close(chosen, reason, by)
					: this.bulk.assign(chosen, assignee, by));
		}
		catch (WrongInputException ex) {
			flash.addFlashAttribute("refused", ex.code());
			flash.addFlashAttribute("chosen", String.join(" ", chosen));
			flash.addFlashAttribute("assignee", assignee);
			flash.addFlashAttribute("reason", reason);
		}
		return "redirect:" + LastList.url(list);
	}

	@PostMapping("/admin/vues")
	String keep(QueueParameters parameters, @RequestParam(defaultValue = "") String name,
			@AuthenticationPrincipal StaffMember me, RedirectAttributes flash) {
		QueueFilter filter = QueueFilter.of(parameters, me.id(),
				this.accounts.findAllByOrderByName().stream().map(StaffAccount::getId).toList());
		try {
			this.views.keep(me.id(), name, filter);
			flash.addFlashAttribute("done", "views.kept");
		}
		catch (WrongInputException ex) {
			flash.addFlashAttribute("refused", ex.code());
			flash.addFlashAttribute("viewName", name);
		}
		return "redirect:" + filter.url();
	}

	@PostMapping("/admin/vues/{id}/oublier")
	String forget(@PathVariable UUID id, @CookieValue(name = LastList.COOKIE, required = false) @Nullable String list,
			@AuthenticationPrincipal StaffMember me, RedirectAttributes flash) {
		this.views.forget(me.id(), id);
		flash.addFlashAttribute("done", "views.forgotten");
		return "redirect:" + LastList.url(list);
	}

}
