package org.secondavis.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** A mail server that answers as the test wishes. */
class FakeSmtpServer implements AutoCloseable {

	private final ServerSocket socket;

	private final UnaryOperator<String> answers;

	/**
	 * Starts it.
	 * @param answers the answer to a command, such as {@code 550 …}; blank for the usual
	 * one
	 */
	FakeSmtpServer(UnaryOperator<String> answers) throws IOException {
		this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.answers = answers;
		Thread thread = new Thread(this::serve, "fake-smtp");
		thread.setDaemon(true);
		thread.start();
	}

	int port() {
		return this.socket.getLocalPort();
	}

	private void serve() {
		while (!this.socket.isClosed()) {
			try (Socket client = this.socket.accept()) {
				talk(client);
			}
			catch (IOException ex) {
				// the client went away, or the test is over
			}
		}
	}

	private void talk(Socket client) throws IOException {
		BufferedReader in = new BufferedReader(
				new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
		say(client, "220 here");
		for (String line = in.readLine(); line != null; line = in.readLine()) {
			String answer = this.answers.apply(line);
			if (!answer.isBlank()) {
				say(client, answer);
			}
			else if (line.equals("DATA")) {
				say(client, "354 go on");
				while (!".".equals(in.readLine())) {
					continue;
				}
				say(client, "250 taken");
			}
			else {
				say(client, line.equals("QUIT") ? "221 bye" : "250 fine");
			}
		}
	}

	private static void say(Socket client, String line) throws IOException {
		client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
