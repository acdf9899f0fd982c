package org.secondavis.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server that takes every mail and keeps none. Unlike GreenMail it costs next to
 * nothing, so that what is measured is the application.
 */
final class MailSink implements AutoCloseable {

	private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

	private final ExecutorService executor = Executors.newCachedThreadPool();

	private final AtomicInteger mails = new AtomicInteger();

	MailSink() throws IOException {
		this.executor.execute(this::accept);
	}

	int port() {
		return this.socket.getLocalPort();
	}

	/** How many mails have come. */
	int mails() {
		return this.mails.get();
	}

	private void accept() {
		while (!this.socket.isClosed()) {
			try {
				Socket client = this.socket.accept();
				this.executor.execute(() -> serve(client));
			}
			catch (IOException ex) {
				// closed meanwhile, or the client has gone already
			}
		}
	}

	private void serve(Socket client) {
		try (client;
				BufferedReader in = new BufferedReader(
						new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
				Writer out = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.ISO_8859_1)) {
			say(out, "220 ready");
			for (String line = in.readLine(); line != null; line = in.readLine()) {
				switch (line.toUpperCase(Locale.ROOT)) {
					case "DATA" -> take(in, out);
					case "QUIT" -> say(out, "221 bye");
					default -> say(out, "250 fine");
				}
			}
		}
		catch (IOException ex) {
			// the other side sees to it
		}
	}

	private void take(BufferedReader in, Writer out) throws IOException {
		say(out, "354 go on");
		String line = in.readLine();
		while (line != null && !line.equals(".")) {
			line = in.readLine();
		}
		this.mails.incrementAndGet();
		say(out, "250 taken");
	}

	private static void say(Writer out, String line) throws IOException {
		out.write(line + "\r\n");
		out.flush();
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
		this.executor.shutdownNow();
	}

}
