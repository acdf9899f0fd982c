package org.secondavis.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * PostgreSQL's own load generator. Writing what a submission writes, it shows what the
 * database could do if there were no application.
 *
 * @param program where it is
 * @param port where PostgreSQL listens
 * @param folder takes its script and its logs
 * @param time how long it is at work
 */
record PgBench(Path program, int port, Path folder, Duration time) {

	/** Runs the script, again and again. */
	Measured run(SubmissionScript script, int clients) throws IOException, InterruptedException {
		script.prepareTables();
		Path logs = Files.createDirectory(this.folder.resolve("pgbench-" + clients));
		Path file = Files.writeString(logs.resolve("submission.sql"), script.text());
		List<String> command = new ArrayList<>(List.of(this.program.toString(), "--host=localhost",
				"--port=" + this.port, "--username=postgres", "--no-vacuum", "--protocol=prepared", "--file=" + file,
				"--client=" + clients, "--jobs=" + Math.min(clients, 2), "--time=" + this.time.toSeconds(), "--log",
				"--log-prefix=" + logs.resolve("log")));
		script.variables().forEach((name, value) -> command.add("--define=%s=%s".formatted(name, value)));
		command.add("postgres");
		int errors = succeeds(command, logs.resolve("output.txt")) ? 0 : 1;
		return Measured.of("`pgbench` writing the same rows", clients, this.time, nanos(logs), errors);
	}

	private boolean succeeds(List<String> command, Path output) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
		boolean succeeded = process.waitFor(this.time.toSeconds() + 60, TimeUnit.SECONDS) && process.exitValue() == 0;
		if (!succeeded) {
			process.destroyForcibly();
			System.err.println("benchmark: " + Files.readString(output));
		}
		return succeeded;
	}

	/**
	 * The third word in each line of the logs is a transaction's time in microseconds.
	 */
	private static LongStream nanos(Path logs) throws IOException {
		LongStream.Builder nanos = LongStream.builder();
		try (Stream<Path> files = Files.list(logs)) {
			for (Path log : files.filter((file) -> file.getFileName().toString().startsWith("log.")).toList()) {
				Files.readAllLines(log).forEach((line) -> nanos.add(Long.parseLong(line.split(" ")[2]) * 1000));
			}
		}
		return nanos.build();
	}

}
