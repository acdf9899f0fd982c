package org.secondavis.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.stereotype.Component;

/**
 * Writes a template as a PDF document: tagged, with its language and title, so that a
 * screen reader reads it as it reads a page (PDF/UA). Nothing is loaded from anywhere,
 * and nothing is stored.
 */
@Component
public class Pdfs {

	/** The one font, which the PDF library brings along; each document holds it. */
	private static final String FONT = "Liberation Sans";

	private static final String FONT_FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

	/** What XML 1.0 forbids, and would end the writing. */
	private static final Pattern UNWRITABLE = Pattern
		.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

	private final ITemplateEngine templates;

	Pdfs(ITemplateEngine templates) {
		this.templates = templates;
	}

	/**
	 * Writes a document.
	 * @param template the template, which must be well-formed XML
	 * @param content what it shows
	 * @param language in which language
	 */
	public byte[] write(String template, Map<String, Object> content, Locale language) {
		String page = UNWRITABLE.matcher(this.templates.process(template, new Context(language, content)))
			.replaceAll("");
		ByteArrayOutputStream document = new ByteArrayOutputStream();
		try {
			new PdfRendererBuilder().useFont(Pdfs::font, FONT, 400, FontStyle.NORMAL, true)
				.useFont(Pdfs::font, FONT, 700, FontStyle.NORMAL, true)
				.useExternalResourceAccessControl((uri, type) -> false,
						ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
				.useUnicodeLineBreaker(new LineBreaks())
				.usePdfUaAccessibility(true)
				.withProducer("Second Avis")
				.withHtmlContent(page, null)
				.toStream(document)
				.run();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return document.toByteArray();
	}

	private static InputStream font() {
		return Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT_FILE));
	}

}
