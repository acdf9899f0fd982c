package org.secondavis.opinion;

import java.util.Locale;
import java.util.stream.Collectors;

import org.secondavis.clinic.Dates;
import org.secondavis.encryption.Vault;
import org.secondavis.request.IllegalMoveException;
import org.secondavis.request.Reference;
import org.secondavis.staff.OvertakenException;
import org.secondavis.staff.StaffMember;

import org.springframework.context.MessageSource;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where doctors write an opinion, and others see how far it has come. */
@Controller("staffOpinionController")
@RequestMapping("/admin/demandes/{reference}/avis")
class OpinionController {

	private final OpinionPages pages;

	private final OpinionDesk desk;

	private final Vault vault;

	private final MessageSource messages;

	private final Dates dates;

	OpinionController(OpinionPages pages, OpinionDesk desk, Vault vault, MessageSource messages, Dates dates) {
		this.pages = pages;
		this.desk = desk;
		this.vault = vault;
		this.messages = messages;
		this.dates = dates;
	}

	/** The record takes and tidies all; nothing is put into it afterwards. */
	@InitBinder("form")
	void bindOnce(WebDataBinder binder) {
		binder.setDeclarativeBinding(true);
	}

	@GetMapping
	ModelAndView show(@PathVariable Reference reference, @AuthenticationPrincipal StaffMember me) {
		OpinionSheet sheet = this.pages.sheet(reference, me);
		return page(sheet, HttpStatus.OK).addObject("form", sheet.editable() ? OpinionForm.of(seen(sheet), draft(sheet))
				: OpinionForm.of(Revision.NONE, OpinionDraft.NOTHING));
	}

	@PostMapping
	Object save(@PathVariable Reference reference, @RequestParam(defaultValue = "save") String action,
			@ModelAttribute("form") OpinionForm form, BindingResult errors, @AuthenticationPrincipal StaffMember me,
			RedirectAttributes flash) {
		try {
			this.desk.save(reference, form, me);
			flash.addFlashAttribute("done", "opinions.done.save");
			return "redirect:" + OpinionPages.url(reference) + (action.equals("reread") ? "/relecture" : "");
		}
		catch (WrongFormException ex) {
			ex.nameIn(errors);
			return page(this.pages.sheet(reference, me), HttpStatus.UNPROCESSABLE_CONTENT);
		}
		catch (OvertakenException | SealedOpinionException | IllegalMoveException | ConcurrencyFailureException ex) {
			OpinionSheet sheet = this.pages.sheet(reference, me);
			// whoever saves again has been shown what it replaces
			ModelAndView page = page(sheet, HttpStatus.CONFLICT).addObject("overtaken", true);
			page.addObject("form", form.seen(seen(sheet)));
			return page;
		}
	}

	/** The same for the script, which saves while somebody types. */
	@PostMapping("/brouillon")
	ResponseEntity<Saved> autosave(@PathVariable Reference reference, @ModelAttribute("form") OpinionForm form,
			BindingResult errors, @AuthenticationPrincipal StaffMember me, Locale locale) {
		try {
			Opinion saved = this.desk.save(reference, form, me);
			return ResponseEntity.ok(new Saved("" + saved.revision(),
					say("opinions.autosave.saved", locale, this.dates.time(saved.getEditedAt(), locale))));
		}
		catch (WrongFormException ex) {
			String wrong = ex.sentences()
				.stream()
				.map((sentence) -> this.messages.getMessage(sentence, locale))
				.collect(Collectors.joining(". "));
			return ResponseEntity.unprocessableContent()
				.body(new Saved("", say("opinions.autosave.wrong", locale, wrong)));
		}
		catch (OvertakenException | SealedOpinionException | IllegalMoveException | ConcurrencyFailureException ex) {
			return ResponseEntity.status(HttpStatus.CONFLICT).body(new Saved("", overtaken(reference, me, locale)));
		}
	}

	private String overtaken(Reference reference, StaffMember me, Locale locale) {
		OpinionSheet sheet = this.pages.sheet(reference, me);
		Opinion opinion = sheet.opinion();
		return (opinion != null) ? say("opinions.autosave.overtaken", locale, sheet.name(opinion.getEditedBy()),
				this.dates.time(opinion.getEditedAt(), locale)) : say("opinions.autosave.closed", locale);
	}

	private String say(String code, Locale locale, Object... values) {
		return this.messages.getMessage(code, values, locale);
	}

	private OpinionDraft draft(OpinionSheet sheet) {
		Opinion opinion = sheet.opinion();
		return (opinion != null) ? opinion.draft(this.vault) : OpinionDraft.NOTHING;
	}

	private static int seen(OpinionSheet sheet) {
		return Revision.of(sheet.opinion());
	}

	private static ModelAndView page(OpinionSheet sheet, HttpStatus status) {
		ModelAndView page = OpinionPages.page("opinion", sheet, status);
		page.addObject("firstRcps", FirstRcp.values());
		page.addObject("outcomes", Outcome.values());
		page.addObject("longest", Typed.LONGEST);
		return page;
	}

	/**
	 * What the script is told.
	 *
	 * @param revision what the next form has to carry; empty if nothing was kept
	 * @param said what it says to whoever types
	 */
	record Saved(String revision, String said) {
	}

}
