package org.secondavis.document;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import org.springframework.stereotype.Component;

/**
 * Asks clamd whether content is harmless, by its command INSTREAM: each piece goes after
 * its length in four bytes, and a length of 0 is the end (man page of clamd).
 */
@Component
class Clamd {

	private static final int CONNECT_MILLIS = 5_000;

	private static final int ANSWER_MILLIS = 180_000;

	private static final int PIECE = 64 * 1024;

	private static final int LONGEST_ANSWER = 4096;

	private final ScannerProperties properties;

	Clamd(ScannerProperties properties) {
		this.properties = properties;
	}

	/**
	 * Whether nothing harmful was found.
	 * @throws IOException if clamd gave no verdict, or the content could not be read
	 */
	boolean isClean(InputStream content) throws IOException {
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(this.properties.host(), this.properties.port()), CONNECT_MILLIS);
			socket.setSoTimeout(ANSWER_MILLIS);
			send(content, new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), PIECE)));
			String answer = new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.US_ASCII)
				.replace('\0', ' ')
				.strip();
			if (answer.endsWith(" FOUND")) {
				return false;
			}
			if (answer.endsWith(": OK")) {
				return true;
			}
			throw new IOException("clamd gave no verdict: " + answer);
		}
	}

	private static void send(InputStream content, DataOutputStream clamd) throws IOException {
		clamd.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
		byte[] piece = new byte[PIECE];
		for (int read = content.readNBytes(piece, 0, PIECE); read > 0; read = content.readNBytes(piece, 0, PIECE)) {
			clamd.writeInt(read);
			clamd.write(piece, 0, read);
		}
		clamd.writeInt(0);
		clamd.flush();
	}

}
