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
import org.secondavis.clinic.Clinic;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Puts the clinic's facts where a page says {@code {clinic}}, {@code {phone}},
 * {@code {email}}, {@code {answer-days}}, {@code {answer-delay}}, {@code {price}} or
 * {@code {doctors}}. This happens in the parsed document, so that no sign in a name is
 * ever taken for Markdown.
 */
@Component
class Placeholders {

	private static final Pattern PLACEHOLDER = Pattern
		.compile("\\{(clinic|phone|email|answer-days|answer-delay|price|doctors)}");

	private final Clinic clinic;

	private final MessageSource messages;

	Placeholders(Clinic clinic, MessageSource messages) {
		this.clinic = clinic;
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
					replaceByDoctors(paragraph);
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

	private void replaceByDoctors(Paragraph paragraph) {
		BulletList list = new BulletList();
		list.setTight(true);
		for (String doctor : this.clinic.doctors()) {
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
			case "phone" -> with(new Link(this.clinic.phoneUri(), null), text);
			case "email" -> with(new Link("mailto:" + this.clinic.email(), null), text);
			default -> text;
		};
	}

	private static <T extends Node> T with(T parent, Node child) {
		parent.appendChild(child);
		return parent;
	}

	private String valueOf(String name, Locale language) {
		return switch (name) {
			case "clinic" -> this.clinic.name();
			case "phone" -> this.clinic.phone();
			case "email" -> this.clinic.email();
			case "answer-days" -> String.valueOf(this.clinic.answerDays());
			case "answer-delay" ->
				this.messages.getMessage("information.delay", new Object[] { this.clinic.answerDays() }, language);
			case "price" -> this.clinic.price();
			default -> String.join(", ", this.clinic.doctors());
		};
	}

}
