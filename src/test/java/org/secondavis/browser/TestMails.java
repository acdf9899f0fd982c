package org.secondavis.browser;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Reads mails that a test received. */
public final class TestMails {

	private TestMails() {
	}

	/** The text part of the first mail to this address that names this reference. */
	static Optional<String> text(Message[] mails, String address, String reference) throws Exception {
		for (Message mail : mails) {
			String text = part(mail, "text/plain");
			if (mail.getAllRecipients()[0].toString().equals(address) && text != null && text.contains(reference)) {
				return Optional.of(text);
			}
		}
		return Optional.empty();
	}

	/** The one-time code in a mail to this address that names this reference. */
	public static Optional<String> code(Message[] mails, String address, String reference) throws Exception {
		for (Message mail : mails) {
			String text = part(mail, "text/plain");
			Matcher code = Pattern.compile("(?m)^(\\d{6})\\s*$").matcher((text != null) ? text : "");
			if (mail.getAllRecipients()[0].toString().equals(address) && code.find() && text != null
					&& text.contains(reference)) {
				return Optional.of(code.group(1));
			}
		}
		return Optional.empty();
	}

	/**
	 * The address of the patient's page in a mail about this request, once it is there.
	 */
	static String awaitLink(GreenMail mails, String reference) {
		return linkIn(await(() -> text(mails.getReceivedMessages(), PatientJourney.EMAIL, reference)
			.filter((text) -> text.contains("/suivi/"))), "/suivi/").replaceFirst("^https?://[^/]+", "");
	}

	/** The one-time code about this request, once it is there. */
	static String awaitCode(GreenMail mails, String reference) {
		return await(() -> code(mails.getReceivedMessages(), PatientJourney.EMAIL, reference));
	}

	private static String await(Callable<Optional<String>> mail) {
		return Awaitility.await().atMost(Duration.ofSeconds(30)).until(mail, Optional::isPresent).orElseThrow();
	}

	/** Whether a mail to this address names this reference and says this. */
	static boolean says(Message mail, String address, String reference, String words) {
		try {
			return text(new Message[] { mail }, address, reference).filter((text) -> text.contains(words)).isPresent();
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

	static String linkIn(String text, String path) {
		Matcher link = Pattern.compile("https://\\S*" + path + "\\S+").matcher(text);
		if (!link.find()) {
			throw new AssertionError("No link to " + path);
		}
		return link.group();
	}

	private static @Nullable String part(Part part, String type) throws Exception {
		if (part.isMimeType(type)) {
			return part.getContent().toString();
		}
		if (part.getContent() instanceof Multipart parts) {
			for (int i = 0; i < parts.getCount(); i++) {
				String found = part(parts.getBodyPart(i), type);
				if (found != null) {
					return found;
				}
			}
		}
		return null;
	}

}
