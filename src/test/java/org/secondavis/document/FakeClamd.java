package org.secondavis.document;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Speaks clamd's INSTREAM, and finds nothing but the test file that every scanner finds.
 */
final class FakeClamd implements AutoCloseable {

	/**
	 * The test file of the European Institute for Computer Antivirus Research, in two
	 * halves.
	 */
	static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

	private final ServerSocket server;

	private final List<byte[]> scanned = new CopyOnWriteArrayList<>();

	private final Thread listener;

	private volatile String failure = "";

	FakeClamd() throws IOException {
		this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
		this.listener = new Thread(this::listen, "clamd");
		this.listener.setDaemon(true);
		this.listener.start();
	}

	String address() {
		return "localhost:" + this.server.getLocalPort();
	}

	/** What it was given to look at. */
	List<byte[]> scanned() {
		return this.scanned;
	}

	/** Answers so, whatever comes; with nothing it works again. */
	void fail(String answer) {
		this.failure = answer;
	}

	private void listen() {
		while (!this.server.isClosed()) {
			try (Socket client = this.server.accept()) {
				answer(client);
			}
			catch (IOException ex) {
				// the next one may fare better
			}
		}
	}

	private void answer(Socket client) throws IOException {
		DataInputStream in = new DataInputStream(client.getInputStream());
		String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
		if (!command.equals("zINSTREAM\0")) {
			throw new IOException("An unknown command");
		}
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		for (int length = in.readInt(); length > 0; length = in.readInt()) {
			content.write(in.readNBytes(length));
		}
		this.scanned.add(content.toByteArray());
		boolean found = content.toString(StandardCharsets.ISO_8859_1).contains(EICAR);
		String verdict = found ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
		client.getOutputStream()
			.write(((this.failure.isEmpty() ? verdict : this.failure) + "\0").getBytes(StandardCharsets.US_ASCII));
	}

	/** Until then, the system may let one more in. */
	@Override
	public void close() throws IOException {
		this.server.close();
		try {
			this.listener.join();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
