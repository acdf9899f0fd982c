package org.secondavis.trial;

import java.nio.file.Path;

import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondavis.trial.TrialMail.Field;
import org.secondavis.trial.TrialMail.Piece;

import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

import static org.assertj.core.api.Assertions.assertThat;

class MailSinkTests {

	@TempDir
	private Path folder;

	private MailSink sink;

	@BeforeEach
	void start() {
		this.sink = MailSink.start(new MailFolder(this.folder.resolve("mails")));
	}

	@AfterEach
	void stop() {
		this.sink.stop();
	}

	@Test
	void everyMailIsKeptAndTheLatestComesFirst() throws Exception {
		send("Première", "Bonjour Zoë", "<p>Bonjour Zoë</p>");
		send("Deuxième", "Suivi : https://avis.example/suivi/abc fin", "<p>…</p>");
		MailFolder found = new MailFolder(this.folder.resolve("mails"));
		assertThat(found.latest(10)).extracting(TrialMail::subject).containsExactly("Deuxième", "Première");
		assertThat(found.latest(1)).extracting(TrialMail::subject).containsExactly("Deuxième");
	}

	@Test
	void aMailShowsItsTextHtmlAndHeaders() throws Exception {
		send("Première", "Bonjour Zoë", "<p>Bonjour Zoë</p>");
		TrialMail mail = new MailFolder(this.folder.resolve("mails")).find(1).orElseThrow();
		assertThat(mail.text()).isEqualTo("Bonjour Zoë");
		assertThat(mail.html()).isEqualTo("<p>Bonjour Zoë</p>");
		assertThat(mail.to()).isEqualTo("zoe@example.org");
		assertThat(mail.headers()).contains(new Field("Subject", "Première"));
	}

	@Test
	void linksInTheTextCanBeFollowed() throws Exception {
		send("Lien", "Suivi : https://avis.example/suivi/abc fin", "<p>…</p>");
		TrialMail mail = new MailFolder(this.folder.resolve("mails")).find(1).orElseThrow();
		assertThat(mail.pieces()).containsExactly(new Piece("Suivi : ", false),
				new Piece("https://avis.example/suivi/abc", true), new Piece(" fin", false));
	}

	@Test
	void aMailThatDoesNotExistIsNotFound() throws Exception {
		assertThat(new MailFolder(this.folder.resolve("mails")).find(7)).isEmpty();
	}

	private void send(String subject, String text, String html) throws Exception {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost(MailSink.HOST);
		sender.setPort(this.sink.port());
		MimeMessage message = sender.createMimeMessage();
		MimeMessageHelper mail = new MimeMessageHelper(message, true, "UTF-8");
		mail.setFrom("ne-pas-repondre@tilleuls.example");
		mail.setTo("zoe@example.org");
		mail.setSubject(subject);
		mail.setText(text, html);
		sender.send(message);
	}

}
