package org.secondavis.settings;

import org.secondavis.clinic.SettingGroup;
import org.secondavis.staff.StaffMember;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which administrators say when a request is late. */
@Controller
@RequestMapping("/admin/reglages/delais")
class TargetsController extends SettingForms {

	private final ClinicChanges changes;

	TargetsController(ClinicChanges changes) {
		super(changes, SettingGroup.TARGETS);
		this.changes = changes;
	}

	@GetMapping
	ModelAndView show() {
		return page(HttpStatus.OK).addObject("form", TargetsForm.of(revision(), this.changes.targets()));
	}

	@PostMapping
	Object aim(@ModelAttribute("form") TargetsForm form, BindingResult errors, @AuthenticationPrincipal StaffMember me,
			RedirectAttributes flash) {
		form.check(errors);
		return save("/admin/reglages/delais", "targets.saved",
				() -> this.changes.aim(form.targets(), form.version(), me.id()), this::page, errors, flash);
	}

	private ModelAndView page(HttpStatus status) {
		return new ModelAndView("settings/targets", status).addObject("lines", this.changes.targets());
	}

}
