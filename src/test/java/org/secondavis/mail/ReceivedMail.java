package org.secondavis.mail;

import java.io.IOException;
import java.util.List;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import static org.assertj.core.api.Assertions.assertThat;

/** A mail as its reader has it: its words once as text and once as HTML. */
record ReceivedMail(MimeMessage message) {

	String subject() {
		return read(this.message::getSubject);
	}

	String sender() {
		return read(() -> ((InternetAddress) this.message.getFrom()[0]).getPersonal());
	}

	List<String> parts() {
		return List.of(part(0), html());
	}

	String html() {
		return part(1);
	}

	private String part(int index) {
		return read(() -> {
			BodyPart part = ((MimeMultipart) this.message.getContent()).getBodyPart(index);
			assertThat(part.getContentType()).startsWith((index == 0) ? "text/plain" : "text/html");
			return (String) part.getContent();
		});
	}

	private static <T> T read(Reading<T> reading) {
		try {
			return reading.read();
		}
		catch (MessagingException | IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private interface Reading<T> {

		T read() throws MessagingException, IOException;

	}

}
