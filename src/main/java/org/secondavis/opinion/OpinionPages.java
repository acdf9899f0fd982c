package org.secondavis.opinion;

import org.secondavis.request.IllegalMoveException;
import org.secondavis.request.Reference;
import org.secondavis.staff.NotFoundException;
import org.secondavis.staff.OvertakenException;
import org.secondavis.staff.StaffMember;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the pages about opinions have in common. */
@Component
class OpinionPages {

	private final OpinionSheets sheets;

	OpinionPages(OpinionSheets sheets) {
		this.sheets = sheets;
	}

	OpinionSheet sheet(Reference reference, StaffMember me) {
		return this.sheets.of(reference, me).orElseThrow(NotFoundException::new);
	}

	static ModelAndView page(String view, OpinionSheet sheet, HttpStatus status) {
		ModelAndView page = new ModelAndView("opinion/" + view, status);
		page.addObject("sheet", sheet);
		page.addObject("overtaken", false);
		page.addObject("unfinished", false);
		// who works on an opinion has enough to read, and the page costs enough already
		page.addObject("lists", null);
		return page;
	}

	/**
	 * Does it, or shows how the opinion stands now and why it could not be done.
	 * @param view the page on which it was to be done
	 */
	Object carryOut(Reference reference, StaffMember me, String view, Runnable work) {
		try {
			work.run();
			return "redirect:" + url(reference);
		}
		catch (UnfinishedOpinionException ex) {
			return page(view, sheet(reference, me), HttpStatus.UNPROCESSABLE_CONTENT).addObject("unfinished", true);
		}
		catch (OvertakenException | SealedOpinionException | IllegalMoveException | ConcurrencyFailureException ex) {
			return page(view, sheet(reference, me), HttpStatus.CONFLICT).addObject("overtaken", true);
		}
	}

	static String url(Reference reference) {
		return "/admin/demandes/%s/avis".formatted(reference);
	}

}
