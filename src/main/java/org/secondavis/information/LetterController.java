package org.secondavis.information;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import org.secondavis.clinic.CurrentClinic;
import org.secondavis.clinic.Dates;
import org.secondavis.pdf.Pdfs;

/**
 * The ready letter by which patients ask for a copy of their medical file, which has to
 * come within 8 days, or 2 months if it is older than 5 years (Code de la santé publique,
 * L.1111-7). What is typed stands in the letter and is stored nowhere.
 */
@Controller
@RequestMapping("/information/lettre")
class LetterController {

	/** What the letter says, in its order. */
	private static final List<String> PARTS = List.of("born", "object", "greeting", "ask", "period", "papers", "delay",
			"identity", "goodbye", "signature");

	private static final String FILE = "demande-de-dossier-medical.pdf";

	private final MessageSource messages;

	private final Pdfs pdfs;

	private final CurrentClinic clinic;

	private final Dates dates;

	private final Clock clock;

	LetterController(MessageSource messages, Pdfs pdfs, CurrentClinic clinic, Dates dates, Clock clock) {
		this.messages = messages;
		this.pdfs = pdfs;
		this.clinic = clinic;
		this.dates = dates;
		this.clock = clock;
	}

	/** Whether the letter is in another language than the page. */
	@ModelAttribute("foreign")
	boolean isForeign(Locale locale) {
		return !locale.getLanguage().equals(Locale.FRENCH.getLanguage());
	}

	@GetMapping
	String show(@ModelAttribute("form") LetterForm form) {
		return "information/letter-form";
	}

	/** The letter as a page to print, or as a PDF document. */
	@PostMapping
	Object write(@ModelAttribute("form") LetterForm form, BindingResult errors,
			@RequestParam(defaultValue = "page") String action, Locale locale) {
		form.check(errors);
		if (errors.hasErrors() || action.equals("edit")) {
			return new ModelAndView("information/letter-form",
					errors.hasErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
		}
		return action.equals("pdf") ? pdf(form) : page(form, locale);
	}

	/** Who reads it will be a French hospital; others also see what it says. */
	private ModelAndView page(LetterForm form, Locale locale) {
		ModelAndView page = new ModelAndView("information/letter").addObject("letter", words(form, Locale.FRENCH));
		return isForeign(locale) ? page.addObject("translation", words(form, locale)) : page;
	}

	private ResponseEntity<byte[]> pdf(LetterForm form) {
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_PDF)
			.cacheControl(CacheControl.noStore())
			.headers((headers) -> headers.setContentDisposition(ContentDisposition.attachment().filename(FILE).build()))
			.body(this.pdfs.write("pdf/letter", Map.of("form", form, "letter", words(form, Locale.FRENCH)),
					Locale.FRENCH));
	}

	private Map<String, String> words(LetterForm form, Locale language) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.clinic.now().timeZone());
		Map<String, String> words = new HashMap<>();
		words.put("today", this.dates.plain(today, language));
		for (String part : PARTS) {
			words.put(part, this.messages.getMessage("letter.text." + part,
					new Object[] { part.equals("born") ? form.born() : form.period() }, language));
		}
		return words;
	}

}
