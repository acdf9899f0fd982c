package org.secondavis.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The released jar, running as a process of its own. */
final class Application implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(3);

	private final Process process;

	private final long startedAt = System.nanoTime();

	private Application(Process process) {
		this.process = process;
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
	}

	/**
	 * Starts the jar.
	 * @param settings name and value of each setting
	 * @param log takes what it prints
	 */
	static Application start(Path jar, String heap, List<String> settings, Path log) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-Xmx" + heap, "-jar", jar.toString()));
		settings.forEach((setting) -> command.add("--" + setting));
		return new Application(
				new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start());
	}

	/**
	 * Waits until it says that it is ready, and tells how long that took from the start.
	 */
	Duration awaitReadiness(URI site) throws InterruptedException {
		HttpClient http = HttpClient.newHttpClient();
		HttpRequest probe = HttpRequest.newBuilder(site.resolve("/actuator/health/readiness"))
			.timeout(Duration.ofSeconds(10))
			.build();
		while (!isReady(http, probe)) {
			if (this.process.waitFor(10, TimeUnit.MILLISECONDS) || age().compareTo(PATIENCE) > 0) {
				throw new IllegalStateException("The application did not start; target/benchmark.log says why");
			}
		}
		return age();
	}

	private static boolean isReady(HttpClient http, HttpRequest probe) throws InterruptedException {
		try {
			return http.send(probe, BodyHandlers.discarding()).statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private Duration age() {
		return Duration.ofNanos(System.nanoTime() - this.startedAt);
	}

	/** The memory it has now, as Linux counts it. */
	String memory() throws IOException {
		return memory("VmRSS:");
	}

	/** Has the most memory counted from now on, where the system knows how. */
	void forgetMostMemory() throws IOException {
		Path switches = Path.of("/proc", Long.toString(this.process.pid()), "clear_refs");
		if (Files.isWritable(switches)) {
			Files.writeString(switches, "5");
		}
	}

	/** The most memory that it ever had. */
	String mostMemory() throws IOException {
		return memory("VmHWM:");
	}

	private String memory(String name) throws IOException {
		Path status = Path.of("/proc", Long.toString(this.process.pid()), "status");
		if (!Files.exists(status)) {
			return "not known on this system";
		}
		try (Stream<String> lines = Files.lines(status)) {
			return lines.filter((line) -> line.startsWith(name))
				.map((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MiB resident")
				.findFirst()
				.orElseThrow();
		}
	}

	@Override
	public void close() {
		this.process.destroy();
		this.process.onExit().completeOnTimeout(this.process, 1, TimeUnit.MINUTES).join().destroyForcibly();
	}

}
