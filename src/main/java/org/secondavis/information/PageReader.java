package org.secondavis.information;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.front.matter.YamlFrontMatterVisitor;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.DefaultUrlSanitizer;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Turns Markdown with a front matter into a page. HTML in it is shown, not obeyed. */
@Component
class PageReader {

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private static final Set<String> PROTOCOLS = Set.of("https", "http", "mailto", "tel");

	private final Parser parser = Parser.builder().extensions(List.of(YamlFrontMatterExtension.create())).build();

	private final TextContentRenderer plainText = TextContentRenderer.builder().build();

	private final Placeholders placeholders;

	PageReader(Placeholders placeholders) {
		this.placeholders = placeholders;
	}

	/**
	 * Reads a page.
	 * @throws BrokenPageException if the front matter is missing or says nothing useful
	 */
	InformationPage read(String slug, String language, String markdown) {
		Node document = this.parser
			.parse(markdown.startsWith(BYTE_ORDER_MARK) ? markdown.substring(BYTE_ORDER_MARK.length()) : markdown);
		FrontMatter front = FrontMatter.of(document);
		Locale locale = Locale.forLanguageTag(language);
		this.placeholders.fillIn(document, locale);
		Map<Node, InformationPage.Heading> headings = headings(document);
		return new InformationPage(slug, language, this.placeholders.fillIn(front.text("title"), locale),
				this.placeholders.fillIn(front.text("line"), locale),
				this.placeholders.fillIn(front.text("summary"), locale), front.order(), front.listed(),
				front.reviewed(), List.copyOf(headings.values()), html(document, headings));
	}

	private Map<Node, InformationPage.Heading> headings(Node document) {
		Map<Node, InformationPage.Heading> headings = new LinkedHashMap<>();
		IdGenerator ids = IdGenerator.builder().prefix("s-").build();
		document.accept(new AbstractVisitor() {

			@Override
			public void visit(Heading heading) {
				heading.setLevel(Math.max(2, heading.getLevel()));
				if (heading.getLevel() == 2) {
					String text = PageReader.this.plainText.render(heading).strip();
					headings.put(heading, new InformationPage.Heading(ids.generateId(text), text));
				}
			}

		});
		return headings;
	}

	private static String html(Node document, Map<Node, InformationPage.Heading> headings) {
		return HtmlRenderer.builder()
			.escapeHtml(true)
			.sanitizeUrls(true)
			.urlSanitizer(new DefaultUrlSanitizer(PROTOCOLS))
			.attributeProviderFactory((context) -> (node, tag, attributes) -> {
				attributes.remove("rel");
				if (headings.containsKey(node)) {
					attributes.put("id", headings.get(node).id());
				}
			})
			.build()
			.render(document);
	}

	/** What stands between the dashes at the top of a page. */
	private record FrontMatter(Map<String, List<String>> values) {

		static FrontMatter of(Node document) {
			YamlFrontMatterVisitor visitor = new YamlFrontMatterVisitor();
			document.accept(visitor);
			return new FrontMatter(visitor.getData());
		}

		String text(String name) {
			String text = find(name);
			if (text == null) {
				throw new BrokenPageException("its front matter has no " + name);
			}
			return text;
		}

		/** Pages that tell no order stand last. */
		int order() {
			String order = find("order");
			try {
				return (order != null) ? Integer.parseInt(order) : Integer.MAX_VALUE;
			}
			catch (NumberFormatException ex) {
				throw new BrokenPageException("its order is no number");
			}
		}

		/** Pages are listed unless they say {@code list: no}. */
		boolean listed() {
			return !"no".equals(find("list"));
		}

		@Nullable LocalDate reviewed() {
			String reviewed = find("reviewed");
			try {
				return (reviewed != null) ? LocalDate.parse(reviewed) : null;
			}
			catch (DateTimeException ex) {
				throw new BrokenPageException("its date of review is not written like 2026-11-23");
			}
		}

		private @Nullable String find(String name) {
			String text = String.join(" ", this.values.getOrDefault(name, List.of())).strip();
			return text.isEmpty() ? null : text;
		}

	}

}
