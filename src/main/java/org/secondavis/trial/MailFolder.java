package org.secondavis.trial;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/** The mails of a trial, a numbered file each; the next start finds them again. */
final class MailFolder {

	private static final String SUFFIX = ".eml";

	private final Path path;

	MailFolder(Path path) {
		this.path = path;
	}

	synchronized void add(MimeMessage message) throws IOException, MessagingException {
		Files.createDirectories(this.path);
		List<Integer> numbers = newestFirst();
		Path incoming = this.path.resolve("incoming");
		try (OutputStream file = Files.newOutputStream(incoming)) {
			message.writeTo(file);
		}
		Files.move(incoming, file(numbers.isEmpty() ? 1 : numbers.get(0) + 1), StandardCopyOption.ATOMIC_MOVE);
	}

	List<TrialMail> latest(int limit) throws IOException, MessagingException {
		List<TrialMail> mails = new ArrayList<>();
		for (int number : newestFirst().stream().limit(limit).toList()) {
			mails.add(read(number));
		}
		return mails;
	}

	Optional<TrialMail> find(int number) throws IOException, MessagingException {
		return Files.exists(file(number)) ? Optional.of(read(number)) : Optional.empty();
	}

	private TrialMail read(int number) throws IOException, MessagingException {
		try (InputStream file = Files.newInputStream(file(number))) {
			return TrialMail.of(number, new MimeMessage(Session.getInstance(new Properties()), file));
		}
	}

	private List<Integer> newestFirst() throws IOException {
		if (Files.notExists(this.path)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(this.path)) {
			return files.map((file) -> file.getFileName().toString())
				.filter((name) -> name.endsWith(SUFFIX))
				.map((name) -> Integer.valueOf(name.substring(0, name.length() - SUFFIX.length())))
				.sorted(Comparator.reverseOrder())
				.toList();
		}
	}

	private Path file(int number) {
		return this.path.resolve(number + SUFFIX);
	}

}
