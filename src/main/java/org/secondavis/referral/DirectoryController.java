package org.secondavis.referral;

import java.util.UUID;

import org.secondavis.request.Situation.CancerSite;
import org.secondavis.settings.Rule;
import org.secondavis.staff.OvertakenException;
import org.secondavis.staff.StaffMember;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages on which staff look after the directory. */
@Controller
@RequestMapping("/admin/reglages/annuaire")
class DirectoryController {

	private static final String LIST = "redirect:/admin/reglages/annuaire";

	private final Places places;

	private final DirectoryEditing editing;

	DirectoryController(Places places, DirectoryEditing editing) {
		this.places = places;
		this.editing = editing;
	}

	@ModelAttribute("sites")
	CancerSite[] sites() {
		return CancerSite.values();
	}

	@GetMapping
	String list(Model model) {
		model.addAttribute("places", this.places.findAll());
		return "referral/places";
	}

	@GetMapping("/nouveau")
	ModelAndView newPlace() {
		return new ModelAndView("referral/place", "form", PlaceForm.empty());
	}

	@PostMapping("/nouveau")
	Object add(@ModelAttribute("form") PlaceForm form, BindingResult errors, @AuthenticationPrincipal StaffMember me,
			RedirectAttributes flash) {
		form.check(errors);
		if (!errors.hasErrors()) {
			try {
				this.editing.add(form, me.id());
				return done("directory.done.added", flash);
			}
			catch (DataIntegrityViolationException ex) {
				taken(ex, errors);
			}
		}
		return new ModelAndView("referral/place", HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@GetMapping("/{id}")
	ModelAndView show(@PathVariable String id) {
		Place place = find(id);
		return new ModelAndView("referral/place", "form", PlaceForm.of(place)).addObject("place", place);
	}

	@PostMapping("/{id}")
	Object change(@PathVariable String id, @ModelAttribute("form") PlaceForm form, BindingResult errors,
			@AuthenticationPrincipal StaffMember me, RedirectAttributes flash) {
		Place place = find(id);
		form.check(errors);
		if (!errors.hasErrors()) {
			try {
				this.editing.change(place.getId(), form, me.id());
				return done("directory.done.changed", flash);
			}
			catch (OvertakenException | ConcurrencyFailureException ex) {
				return overtaken(id);
			}
			catch (DataIntegrityViolationException ex) {
				taken(ex, errors);
			}
		}
		return new ModelAndView("referral/place", HttpStatus.UNPROCESSABLE_CONTENT).addObject("place", place);
	}

	private static void taken(DataIntegrityViolationException ex, BindingResult errors) {
		Rule.require("place_name", ex);
		errors.rejectValue("name", "place.name.taken");
	}

	private ModelAndView overtaken(String id) {
		Place now = find(id);
		return new ModelAndView("referral/place", HttpStatus.CONFLICT).addObject("place", now)
			.addObject("overtaken", now.revision());
	}

	private Place find(String id) {
		try {
			return this.places.findById(UUID.fromString(id))
				.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		}
		catch (IllegalArgumentException ex) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
	}

	private static String done(String what, RedirectAttributes flash) {
		flash.addFlashAttribute("done", what);
		return LIST;
	}

}
