package org.secondavis.information;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.secondavis.clinic.CurrentClinic;
import org.secondavis.clinic.Retention;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Puts the clinic's facts where a page says {@code {clinic}}, {@code {phone}},
 * {@code {email}}, {@code {address}}, {@code {hours}}, {@code {hosting}},
 * {@code {answer-days}}, {@code {answer-delay}}, {@code {retention-draft}},
 * {@code {retention-suspect}}, {@code {retention-closed}},
 * {@code {retention-handed-over}}, {@code {price}} or {@code {doctors}}. This happens in
 * the parsed document, so that no sign in a name is ever taken for Markdown.
 */
@Component
class Placeholders {

	private static final Pattern PLACEHOLDER = Pattern.compile(
			"\\{(clinic|phone|email|address|hours|hosting|answer-days|answer-delay|retention-draft|retention-suspect|retention-closed|retention-handed-over|price|doctors)}");

	private final CurrentClinic clinic;

	private final Retention retention;

	private final MessageSource messages;

	Placeholders(CurrentClinic clinic, Retention retention, MessageSource messages) {
		this.clinic = clinic;
		this.retention = retention;
		this.messages = messages;
	}

	/** Fills in a plain text. */
	String fillIn(String text, Locale language) {
		return PLACEHOLDER.matcher(text)
			.replaceAll((placeholder) -> Matcher.quoteReplacement(valueOf(placeholder.group(1), language)));
	}

	/**
	 * Fills in a document. The phone and the address become links, and {@code {doctors}}
	 * that stands alone becomes a list.
	 */
	void fillIn(Node document, Locale language) {
		document.accept(new AbstractVisitor() {

			@Override
			public void visit(Paragraph paragraph) {
				if (paragraph.getFirstChild() instanceof Text text && text.getNext() == null
						&& text.getLiteral().equals("{doctors}")) {
					replaceByDoctors(paragraph, language);
				}
				else {
					visitChildren(paragraph);
				}
			}

			@Override
			public void visit(Link link) {
				link.setDestination(fillIn(link.getDestination(), language).replace(" ", ""));
				visitChildren(link);
			}

			@Override
			public void visit(Text text) {
				if (text.getParent() instanceof Link) {
					text.setLiteral(fillIn(text.getLiteral(), language));
				}
				else {
					replaceByNodes(text, language);
				}
			}

		});
	}

	private void replaceByDoctors(Paragraph paragraph, Locale language) {
		BulletList list = new BulletList();
		list.setTight(true);
		for (String doctor : this.clinic.now().in(language).doctors()) {
			list.appendChild(with(new ListItem(), with(new Paragraph(), new Text(doctor))));
		}
		if (list.getFirstChild() != null) {
			paragraph.insertAfter(list);
		}
		paragraph.unlink();
	}

	private void replaceByNodes(Text text, Locale language) {
		String literal = text.getLiteral();
		int end = 0;
		for (MatchResult placeholder : PLACEHOLDER.matcher(literal).results().toList()) {
			text.insertBefore(new Text(literal.substring(end, placeholder.start())));
			text.insertBefore(nodeOf(placeholder.group(1), language));
			end = placeholder.end();
		}
		text.setLiteral(literal.substring(end));
	}

	private Node nodeOf(String name, Locale language) {
		Text text = new Text(valueOf(name, language));
		return switch (name) {
			case "phone" -> with(new Link(this.clinic.now().phoneUri(), null), text);
			case "email" -> with(new Link("mailto:" + this.clinic.now().email(), null), text);
			default -> text;
		};
	}

	private static <T extends Node> T with(T parent, Node child) {
		parent.appendChild(child);
		return parent;
	}

	private String valueOf(String name, Locale language) {
		return switch (name) {
			case "clinic" -> this.clinic.now().name();
			case "phone" -> this.clinic.now().phone();
			case "email" -> this.clinic.now().email();
			case "address" -> this.clinic.now().address();
			case "hours" -> this.clinic.now().in(language).hours();
			case "hosting" -> hosting(language);
			case "answer-days" -> String.valueOf(this.clinic.now().answerDays());
			case "answer-delay" -> message("information.delay", language, this.clinic.now().answerDays());
			case "retention-draft" -> message("information.days", language, this.retention.draft().toDays());
			case "retention-suspect" -> message("information.days", language, this.retention.suspect().toDays());
			case "retention-closed" -> message("information.days", language, this.retention.closed().toDays());
			case "retention-handed-over" -> message("information.days", language, this.retention.handedOver().toDays());
			case "price" -> this.clinic.now().in(language).price();
			default -> String.join(", ", this.clinic.now().in(language).doctors());
		};
	}

	private String hosting(Locale language) {
		String told = this.clinic.now().in(language).hosting();
		return StringUtils.hasText(told) ? told : message("information.hosting", language);
	}

	private String message(String key, Locale language, Object... arguments) {
		return this.messages.getMessage(key, arguments, language);
	}

}
