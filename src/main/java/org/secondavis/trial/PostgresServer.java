package org.secondavis.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;
import java.util.UUID;

import org.secondavis.StartUpException;

import org.springframework.util.FileSystemUtils;

/**
 * The trial's own PostgreSQL. It listens on this machine only and keeps its data as
 * safely as any other: a server killed at any moment loses nothing that was committed.
 */
final class PostgresServer {

	static final String USER = "postgres";

	private static final String PASSWORD = "postgres.password";

	private static final String WAIT_SECONDS = "60";

	private final DataFolder data;

	private final PostgresBinaries binaries;

	private final PostgresUser user;

	private final String password;

	private final int port;

	private PostgresServer(DataFolder data) throws IOException {
		this.data = data;
		this.binaries = PostgresBinaries.unpack(data);
		this.user = PostgresUser.find();
		this.password = data.secret(PASSWORD);
		this.port = freePort();
	}

	/**
	 * Starts the server on the data in that folder.
	 * @param settings what a new database is to have in its configuration, such as
	 * {@code max_connections=300}
	 */
	static PostgresServer start(DataFolder data, String... settings) {
		try {
			PostgresServer server = new PostgresServer(data);
			server.start(settings);
			return server;
		}
		catch (IOException ex) {
			throw new StartUpException(
					"PostgreSQL cannot be prepared in %s: check that the folder is writable and the disk has room."
						.formatted(data.cluster().getParent()),
					ex);
		}
	}

	String url() {
		return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(this.port);
	}

	String password() {
		return this.password;
	}

	void stop() {
		run("pg_ctl", List.of("stop", "--pgdata=" + this.data.cluster(), "--mode=fast", "--wait",
				"--timeout=" + WAIT_SECONDS));
	}

	private void start(String... settings) throws IOException {
		if (Files.notExists(this.data.cluster())) {
			create(settings);
		}
		requireSameVersion();
		endLeftover();
		this.user.own(this.data.cluster());
		run("pg_ctl", List.of("start", "--pgdata=" + this.data.cluster(), "--options=-p " + this.port, "--log=" + log(),
				"--wait", "--timeout=" + WAIT_SECONDS));
	}

	/**
	 * Under another name until complete, so that an interrupted first start leaves
	 * nothing half done.
	 */
	private void create(String... settings) throws IOException {
		try (DirectoryStream<Path> partials = Files.newDirectoryStream(this.data.cluster().getParent(), "*-new-*")) {
			for (Path partial : partials) {
				FileSystemUtils.deleteRecursively(partial);
			}
		}
		Path partial = this.data.resolve("postgres-new-" + UUID.randomUUID());
		List<String> options = new ArrayList<>(List.of("--pgdata=" + partial, "--username=" + USER,
				"--auth=scram-sha-256", "--pwfile=" + this.data.resolve(PASSWORD), "--encoding=UTF8",
				"--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C",
				"--set=listen_addresses=127.0.0.1", "--set=unix_socket_directories=", "--set=timezone=UTC"));
		for (String setting : settings) {
			options.add("--set=" + setting);
		}
		run("initdb", options);
		Files.move(partial, this.data.cluster(), StandardCopyOption.ATOMIC_MOVE);
	}

	private void requireSameVersion() throws IOException {
		String found = Files.readString(this.data.cluster().resolve("PG_VERSION")).strip();
		String ours = majorVersion();
		if (!found.equals(ours)) {
			throw new StartUpException(
					("%s holds data of PostgreSQL %s and this is PostgreSQL %s: move the folder away "
							+ "to start afresh, or go back to the version of Second Avis that wrote it.")
						.formatted(this.data.cluster(), found, ours));
		}
	}

	/** Such as 18, from <code>postgres (PostgreSQL) 18.6</code>. */
	private String majorVersion() throws IOException {
		Process process = new ProcessBuilder(this.binaries.program("postgres"), "--version").start();
		try (Scanner output = new Scanner(process.getInputStream(), StandardCharsets.US_ASCII)) {
			return output.useDelimiter("\\D+").next();
		}
	}

	/**
	 * A trial that was killed leaves its server running. The folder is locked for us, so
	 * that a server whose program lies in it can only be that one. Any other process has
	 * merely come to bear the number in the file, and the file is stale.
	 */
	private void endLeftover() throws IOException {
		Path file = this.data.cluster().resolve("postmaster.pid");
		if (Files.exists(file)) {
			long id = Long.parseLong(Files.readAllLines(file).get(0).strip());
			Optional<ProcessHandle> process = ProcessHandle.of(id);
			if (process.flatMap((handle) -> handle.info().command())
				.map(Path::of)
				.filter(this.data::contains)
				.isPresent()) {
				stop();
			}
			else if (process.isPresent()) {
				Files.delete(file);
			}
		}
	}

	private void run(String program, List<String> arguments) {
		List<String> command = new ArrayList<>(this.user.command(this.binaries.program(program)));
		command.addAll(arguments);
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
		// settings of another PostgreSQL on this machine, and its language
		builder.environment().keySet().removeIf((name) -> name.startsWith("PG"));
		builder.environment().put("LC_ALL", "C");
		try {
			if (builder.start().waitFor() != 0) {
				throw new StartUpException("PostgreSQL's %s failed: the end of %s says why.".formatted(program, log()));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new StartUpException("Interrupted while waiting for PostgreSQL's %s.".formatted(program), ex);
		}
	}

	private Path log() {
		return this.data.resolve("postgres.log");
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
