package org.secondavis.mail;

import java.util.List;
import java.util.UUID;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import org.secondavis.request.RequestMother;
import org.secondavis.request.StaffId;

/** Puts everything back to a known state, and does what several mail tests need. */
class MailBench {

	private final JdbcClient jdbc;

	private final GreenMail server;

	private final JavaMailSenderImpl sender;

	private final MutableClock clock;

	MailBench(JdbcClient jdbc, GreenMail server, JavaMailSenderImpl sender, MutableClock clock) {
		this.jdbc = jdbc;
		this.server = server;
		this.sender = sender;
		this.clock = clock;
	}

	/**
	 * No mail, no request, no account; the server is up; it is Monday at half past ten.
	 */
	void reset() {
		this.jdbc.sql("truncate outgoing_mail, second_opinion_request, staff_account cascade").update();
		purge();
		sendTo(this.server.getSmtp().getPort());
		this.clock.set(RequestMother.SUBMITTED);
	}

	private void purge() {
		try {
			this.server.purgeEmailFromAllMailboxes();
		}
		catch (FolderException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** From now on mail goes to the server on this port. */
	void sendTo(int port) {
		this.sender.setPort(port);
	}

	/** What has arrived in this mailbox. */
	List<MimeMessage> received(String mailbox) {
		return this.server.findReceivedMessages((user) -> user.getEmail().equals(mailbox), (message) -> true).toList();
	}

	StaffId aDoctor() {
		return aDoctor("anne.martin@tilleuls.example");
	}

	StaffId aDoctor(String email) {
		UUID id = UUID.randomUUID();
		this.jdbc.sql("""
				insert into staff_account (id, version, email, name, role, created_at)
				values (:id, 0, :email, 'Anne Martin', 'DOCTOR', now())""")
			.param("id", id)
			.param("email", email)
			.update();
		return new StaffId(id);
	}

}
