package org.secondavis.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;

/**
 * A line to the application that can break or stand still in the middle of what is sent.
 */
final class PoorLine implements AutoCloseable {

	/** More than any page sends, and less than the files of the tests. */
	private static final long MIDDLE = 2_000_000;

	private final ServerSocket entrance;

	private final int application;

	private final CountDownLatch closed = new CountDownLatch(1);

	private volatile State state = State.GOOD;

	PoorLine(int application) {
		try {
			this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.application = application;
		run(this::listen);
	}

	int port() {
		return this.entrance.getLocalPort();
	}

	/** What becomes of whatever is sent from now on. */
	void turn(State state) {
		this.state = state;
	}

	private void listen() throws IOException, InterruptedException {
		while (!this.entrance.isClosed()) {
			Socket browser = this.entrance.accept();
			Socket server = new Socket(InetAddress.getLoopbackAddress(), this.application);
			run(() -> pass(browser, server, true));
			run(() -> pass(server, browser, false));
		}
	}

	private void pass(Socket from, Socket to, boolean sending) throws IOException, InterruptedException {
		try (from; to) {
			InputStream in = from.getInputStream();
			OutputStream out = to.getOutputStream();
			byte[] bytes = new byte[64 * 1024];
			long passed = 0;
			for (int read = in.read(bytes); read > 0; read = in.read(bytes)) {
				out.write(bytes, 0, read);
				passed += read;
				if (sending && passed > MIDDLE && this.state == State.BREAKS) {
					return;
				}
				if (sending && passed > MIDDLE && this.state == State.STANDS_STILL) {
					this.closed.await();
					return;
				}
			}
		}
	}

	private static void run(Task task) {
		Thread thread = new Thread(() -> {
			try {
				task.run();
			}
			catch (IOException | InterruptedException ex) {
				// one of the two has gone
			}
		}, "line");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		this.closed.countDown();
		this.entrance.close();
	}

	/** How the line is. */
	enum State {

		GOOD, BREAKS, STANDS_STILL

	}

	/** What a thread does. */
	private interface Task {

		void run() throws IOException, InterruptedException;

	}

}
