package org.secondavis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * A Java program that runs in a process of its own. Whatever is waited for, the wait has
 * an end, and the process does not outlive the test.
 */
public final class Program implements AutoCloseable {

	private static final long PATIENCE = TimeUnit.MINUTES.toNanos(3);

	private static final String END = "";

	private final Process process;

	private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();

	private final List<String> output = new ArrayList<>();

	private Program(Process process) {
		this.process = process;
		Thread reader = new Thread(this::read, "output of " + process.pid());
		reader.setDaemon(true);
		reader.start();
	}

	/** Starts the program with this test's own Java. */
	public static Program java(String... arguments) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.add("-XX:TieredStopAtLevel=1");
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
		// what this machine sets for another application
		builder.environment().keySet().removeIf((name) -> name.matches("(SPRING|SERVER|SECONDAVIS|JAVA_TOOL)_.*"));
		try {
			return new Program(builder.start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private void read() {
		try (BufferedReader lines = this.process.inputReader()) {
			lines.lines().filter((line) -> !line.isEmpty()).forEach(this.unread::add);
		}
		catch (IOException | UncheckedIOException ex) {
			// the process was killed
		}
		this.unread.add(END);
	}

	/** Waits for a line that holds the text. */
	public void awaitLine(String text) throws InterruptedException {
		Assertions.assertThat(awaitLineOrEnd(text)).as("« %s » in %s", text, this.output).contains(text);
	}

	/** Waits until the program has ended by itself. */
	public int awaitEnd() throws InterruptedException {
		awaitLineOrEnd(null);
		Assertions.assertThat(this.process.waitFor(PATIENCE, TimeUnit.NANOSECONDS)).as("ended").isTrue();
		return this.process.exitValue();
	}

	private String awaitLineOrEnd(@Nullable String text) throws InterruptedException {
		long deadline = System.nanoTime() + PATIENCE;
		String line;
		do {
			line = this.unread.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
			Assertions.assertThat(line).as("waited too long; so far: %s", this.output).isNotNull();
			this.output.add(line);
		}
		while (!line.equals(END) && (text == null || !line.contains(text)));
		return line;
	}

	/** Every line read up to now. */
	public List<String> output() {
		return this.output;
	}

	/** Asks the program to end, as Ctrl+C does. */
	public void interrupt() {
		this.process.destroy();
	}

	/** Ends the program without asking. */
	public void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor(PATIENCE, TimeUnit.NANOSECONDS);
	}

	@Override
	public void close() {
		interrupt();
		this.process.onExit().completeOnTimeout(this.process, PATIENCE, TimeUnit.NANOSECONDS).join();
		this.process.destroyForcibly();
	}

}
