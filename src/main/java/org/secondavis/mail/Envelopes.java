package org.secondavis.mail;

import java.time.Clock;
import java.util.Date;
import java.util.Locale;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.MimeMessagePreparator;
import org.springframework.stereotype.Component;

import org.secondavis.appointment.CalendarFile;
import org.secondavis.clinic.CurrentClinic;

/** Turns a letter into a message with a text and an HTML part. */
@Component
class Envelopes {

	private final ITemplateEngine templates;

	private final MessageSource messages;

	private final MailProperties properties;

	private final CurrentClinic clinic;

	private final Clock clock;

	Envelopes(ITemplateEngine templates, MessageSource messages, MailProperties properties, CurrentClinic clinic,
			Clock clock) {
		this.templates = templates;
		this.messages = messages;
		this.properties = properties;
		this.clinic = clinic;
		this.clock = clock;
	}

	/** Fills in the message that is to carry the letter. */
	MimeMessagePreparator around(Letter letter, OutgoingMail mail) {
		String name = "%s-%s".formatted(mail.getTemplate(), mail.getRecipient().name().toLowerCase(Locale.ROOT));
		return (message) -> {
			addHead(message, letter, mail);
			String subject = text("mail.%s.subject".formatted(name), letter.language(), letter.about());
			message.setSubject(subject, "UTF-8");
			Context context = new Context(letter.language(), letter.content());
			context.setVariable("subject", subject);
			context.setVariable("about", letter.about());
			context.setVariable("clinic", this.clinic.now().in(letter.language()));
			context.setVariable("noReply", this.properties.noReply());
			MimeMultipart words = new MimeMultipart("alternative",
					part("plain", this.templates.process("mail/%s.txt".formatted(name), context)),
					part("html", this.templates.process("mail/" + name, context)));
			CalendarFile calendar = letter.calendar();
			message.setContent((calendar != null) ? with(words, calendar) : words);
		};
	}

	// The same id at each attempt lets the reader's server recognise a mail that it has
	// already taken.
	private void addHead(MimeMessage message, Letter letter, OutgoingMail mail) throws MessagingException {
		message.setHeader("Message-ID", "<%s@%s>".formatted(mail.getId(), this.properties.senderDomain()));
		message.setSentDate(Date.from(this.clock.instant()));
		message.setFrom(sender(letter.language()));
		for (String address : letter.to()) {
			message.addRecipient(Message.RecipientType.TO, new InternetAddress(address));
		}
		message.setContentLanguage(new String[] { letter.language().toLanguageTag() });
		message.setHeader("Auto-Submitted", "auto-generated");
		message.setHeader("X-Auto-Response-Suppress", "All");
	}

	private InternetAddress sender(Locale language) throws MessagingException {
		InternetAddress sender = new InternetAddress(this.properties.from());
		try {
			sender.setPersonal(text("mail.sender", language), "UTF-8");
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
		return sender;
	}

	private String text(String key, Locale language, Object... arguments) {
		return this.messages.getMessage(key, arguments, language);
	}

	private static MimeMultipart with(MimeMultipart words, CalendarFile calendar) throws MessagingException {
		MimeBodyPart letter = new MimeBodyPart();
		letter.setContent(words);
		MimeBodyPart file = new MimeBodyPart();
		file.setDataHandler(new DataHandler(new ByteArrayDataSource(calendar.content(), calendar.mediaType())));
		file.setHeader("Content-Type", calendar.mediaType());
		file.setFileName(calendar.name());
		file.setDisposition(Part.ATTACHMENT);
		return new MimeMultipart(letter, file);
	}

	private static MimeBodyPart part(String subtype, String text) throws MessagingException {
		MimeBodyPart part = new MimeBodyPart();
		part.setText(text, "UTF-8", subtype);
		return part;
	}

}
