package org.secondavis.insight;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Shows staff the figures, and hands them out for a spreadsheet. */
@Controller
class FiguresController {

	private static final int MONTHS = 3;

	private final Figures figures;

	private final FiguresSheet sheet;

	FiguresController(Figures figures, FiguresSheet sheet) {
		this.figures = figures;
		this.sheet = sheet;
	}

	@GetMapping("/admin/tableau")
	ModelAndView show(@RequestParam(defaultValue = "") String du, @RequestParam(defaultValue = "") String au) {
		Optional<Period> asked = asked(du, au);
		boolean wrong = asked.isEmpty();
		Period period = asked.orElseGet(this::usual);
		List<Period> usual = Period.MONTHS.stream()
			.map((months) -> Period.months(months, this.figures.today()))
			.toList();
		return new ModelAndView("insight/figures", wrong ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK)
			.addObject("board", this.figures.of(period))
			.addObject("usual", usual)
			.addObject("months", Period.MONTHS)
			.addObject("du", wrong ? du : period.first())
			.addObject("au", wrong ? au : period.last())
			.addObject("wrong", wrong);
	}

	/** Days that make no sense are explained by the page. */
	@GetMapping("/admin/tableau.csv")
	void download(@RequestParam(defaultValue = "") String du, @RequestParam(defaultValue = "") String au, Locale locale,
			HttpServletResponse response) throws IOException {
		Period period = asked(du, au).orElse(null);
		if (period == null) {
			response.sendRedirect(UriComponentsBuilder.fromPath("/admin/tableau")
				.queryParam("du", "{du}")
				.queryParam("au", "{au}")
				.build(du, au)
				.toString());
			return;
		}
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment()
					.filename("%s_%s.csv".formatted(period.first(), period.last()))
					.build()
					.toString());
		this.sheet.write(this.figures.of(period), locale, response.getOutputStream());
	}

	private Optional<Period> asked(String du, String au) {
		return (du + au).isBlank() ? Optional.of(usual()) : Period.of(du, au);
	}

	private Period usual() {
		return Period.months(MONTHS, this.figures.today());
	}

}
