package org.secondavis.trial;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import org.jspecify.annotations.Nullable;

/**
 * A mail that a trial would have sent.
 *
 * @param number its place in the folder
 * @param subject the subject
 * @param to the recipients
 * @param sent when it was sent
 * @param headers every header as it was sent
 * @param text the plain text
 * @param html the HTML
 */
record TrialMail(int number, String subject, String to, @Nullable Instant sent, List<Field> headers, String text,
		String html) {

	static TrialMail of(int number, MimeMessage message) throws IOException, MessagingException {
		List<Field> headers = new ArrayList<>();
		for (Header header : Collections.list(message.getAllHeaders())) {
			headers.add(new Field(header.getName(), MimeUtility.decodeText(MimeUtility.unfold(header.getValue()))));
		}
		return new TrialMail(number, Objects.toString(message.getSubject(), ""),
				InternetAddress.toUnicodeString(message.getRecipients(Message.RecipientType.TO)),
				(message.getSentDate() != null) ? message.getSentDate().toInstant() : null, List.copyOf(headers),
				content(message, "text/plain"), content(message, "text/html"));
	}

	/** The first part of that type, however deep it lies. */
	private static String content(Part part, String type) throws IOException, MessagingException {
		if (part.isMimeType(type)) {
			return part.getContent().toString();
		}
		if (part.getContent() instanceof Multipart parts) {
			for (int i = 0; i < parts.getCount(); i++) {
				String found = content(parts.getBodyPart(i), type);
				if (!found.isEmpty()) {
					return found;
				}
			}
		}
		return "";
	}

	/** The text cut up so that its links can be followed. */
	public List<Piece> pieces() {
		return Piece.of(this.text);
	}

	/** A header of a mail. */
	record Field(String name, String value) {

	}

	/** A stretch of text, or a link. */
	record Piece(String text, boolean link) {

		private static final Pattern LINK = Pattern.compile("https?://\\S+");

		static List<Piece> of(String text) {
			List<Piece> pieces = new ArrayList<>();
			Matcher links = LINK.matcher(text);
			int end = 0;
			while (links.find()) {
				pieces.add(new Piece(text.substring(end, links.start()), false));
				pieces.add(new Piece(links.group(), true));
				end = links.end();
			}
			pieces.add(new Piece(text.substring(end), false));
			return pieces;
		}

	}

}
