package org.secondavis.settings;

import java.util.function.Function;

import org.secondavis.staff.OvertakenException;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What pages have in common whose form sets a whole group of settings. */
abstract class SettingForms {

	private final ClinicChanges changes;

	private final String prefix;

	/**
	 * Pages for a group.
	 * @param prefix names the group
	 */
	SettingForms(ClinicChanges changes, String prefix) {
		this.changes = changes;
		this.prefix = prefix;
	}

	/** A record is made whole by its constructor; nothing is written into it later. */
	@InitBinder
	void bindByConstructor(WebDataBinder binder) {
		binder.setDeclarativeBinding(true);
	}

	/** What a form must carry for its changes to hold. */
	int revision() {
		return this.changes.revision(this.prefix);
	}

	/**
	 * Saves what was typed, or shows the page again: with what is wrong, or with what
	 * somebody else has set meanwhile.
	 * @param saved the code of the sentence that says so
	 */
	Object save(String path, String saved, Runnable change, Function<HttpStatus, ModelAndView> page,
			BindingResult errors, RedirectAttributes flash) {
		if (errors.hasErrors()) {
			return page.apply(HttpStatus.UNPROCESSABLE_CONTENT);
		}
		try {
			change.run();
			flash.addFlashAttribute("done", saved);
			return "redirect:" + path;
		}
		catch (OvertakenException | ConcurrencyFailureException ex) {
			return page.apply(HttpStatus.CONFLICT).addObject("overtaken", revision());
		}
	}

}
