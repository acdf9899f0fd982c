package org.secondavis.trial;

import java.io.IOException;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** A mail server that takes every mail and sends none: each goes into a folder. */
final class MailSink {

	static final String HOST = "127.0.0.1";

	private final GreenMail server = new GreenMail(new ServerSetup(0, HOST, ServerSetup.PROTOCOL_SMTP));

	private final MailFolder folder;

	private MailSink(MailFolder folder) {
		this.folder = folder;
	}

	static MailSink start(MailFolder folder) {
		MailSink sink = new MailSink(folder);
		sink.open();
		return sink;
	}

	private void open() {
		try {
			GreenMailUser everybody = this.server.getUserManager().createUser("trial@localhost", "trial", "trial");
			this.server.getUserManager().setMessageDeliveryHandler((mail, recipient) -> {
				keep(mail.getMessage());
				return everybody;
			});
			this.server.start();
		}
		catch (UserException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void keep(MimeMessage message) throws MessagingException {
		try {
			this.folder.add(message);
		}
		catch (IOException ex) {
			throw new MessagingException("cannot be kept", ex);
		}
	}

	int port() {
		return this.server.getSmtp().getPort();
	}

	void stop() {
		this.server.stop();
	}

}
