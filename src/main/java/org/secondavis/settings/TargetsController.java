package org.secondavis.settings;

import org.secondavis.clinic.SettingGroup;
import org.secondavis.staff.StaffMember;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which administrators say when a request is late. */
@Controller
@RequestMapping("/admin/reglages/delais")
class TargetsController {

	private final ClinicChanges changes;

	TargetsController(ClinicChanges changes) {
		this.changes = changes;
	}

	/** A record is made whole by its constructor; nothing is written into it later. */
	@InitBinder
	void bindByConstructor(WebDataBinder binder) {
		binder.setDeclarativeBinding(true);
	}

	@GetMapping
	ModelAndView show() {
		return page(HttpStatus.OK).addObject("form",
				TargetsForm.of(this.changes.revision(SettingGroup.TARGETS), this.changes.targets()));
	}

	@PostMapping
	Object aim(@ModelAttribute("form") TargetsForm form, BindingResult errors, @AuthenticationPrincipal StaffMember me,
			RedirectAttributes flash) {
		form.check(errors);
		if (errors.hasErrors()) {
			return page(HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			this.changes.aim(form.targets(), form.version(), me.id());
			flash.addFlashAttribute("done", "targets.saved");
			return "redirect:/admin/reglages/delais";
		}
		catch (OvertakenException | ConcurrencyFailureException ex) {
			return page(HttpStatus.CONFLICT).addObject("overtaken", this.changes.revision(SettingGroup.TARGETS));
		}
	}

	private ModelAndView page(HttpStatus status) {
		return new ModelAndView("settings/targets", status).addObject("lines", this.changes.targets());
	}

}
