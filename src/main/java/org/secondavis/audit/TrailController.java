package org.secondavis.audit;

import java.util.List;
import java.util.UUID;

import org.secondavis.clinic.CurrentClinic;
import org.secondavis.staff.StaffAccounts;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Shows administrators the trail. Looking at it is noted like everything else. */
@Controller
class TrailController {

	private static final int PAGE_SIZE = 50;

	private final StoredTrail trail;

	private final StaffAccounts accounts;

	private final CurrentClinic clinic;

	TrailController(StoredTrail trail, StaffAccounts accounts, CurrentClinic clinic) {
		this.trail = trail;
		this.accounts = accounts;
		this.clinic = clinic;
	}

	/** A record is made whole by its constructor; nothing is written into it later. */
	@InitBinder
	void bindByConstructor(WebDataBinder binder) {
		binder.setDeclarativeBinding(true);
	}

	@GetMapping("/admin/journal")
	ModelAndView show(@ModelAttribute("form") TrailSearch search, BindingResult errors) {
		search.check(errors);
		List<TrailLine> lines = errors.hasErrors() ? List.of()
				: this.trail.find(search, this.clinic.now().timeZone(), PAGE_SIZE + 1);
		boolean more = lines.size() > PAGE_SIZE;
		return new ModelAndView("audit/trail", errors.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
			.addObject("lines", more ? lines.subList(0, PAGE_SIZE) : lines)
			.addObject("older", more ? search.older(lines.get(PAGE_SIZE - 1).number()) : null)
			.addObject("seal", this.trail.seal().orElse(null))
			.addObject("members",
					this.accounts.findAllByOrderByName()
						.stream()
						.map((account) -> new Member(account.getId(), account.getName()))
						.toList())
			.addObject("deeds", Deed.values())
			.addObject("things", Thing.values());
	}

	/**
	 * Somebody whose deeds can be looked for.
	 *
	 * @param id the account
	 * @param name how colleagues call them
	 */
	record Member(UUID id, String name) {
	}

}
