package org.secondavis.trial;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.secondavis.Program;

import static org.assertj.core.api.Assertions.assertThat;

/** A trial as a newcomer lives through it: processes that start, stop and are killed. */
class TrialIT {

	private static final String READY = "The trial is ready";

	@TempDir
	private Path folder;

	private int port;

	@BeforeEach
	void choosePort() throws Exception {
		this.port = Program.freePort();
	}

	/** Ends a server that a failed test left behind. */
	@AfterEach
	void endLeftover() throws Exception {
		Path file = this.folder.resolve("postgres/postmaster.pid");
		if (Files.exists(file)) {
			ProcessHandle.of(Long.parseLong(Files.readAllLines(file).get(0))).ifPresent(ProcessHandle::destroy);
		}
	}

	@Test
	void whatWasWrittenOutlivesAKilledProcessAndAStop() throws Exception {
		try (Program first = trial()) {
			first.awaitLine(READY);
			assertThat(page("/connexion")).contains("data-trial-username=\"secretariat@tilleuls.example\"");
			assertThat(page("/essai/courriers")).contains("Aucun courrier");
			Files.createDirectory(this.folder.resolve("mails"));
			Files.writeString(this.folder.resolve("mails/1.eml"), "Subject: Votre demande\nTo: a@b.example\n\nBonjour");
			database("create table note (text text); insert into note values ('still here')");
			aSecondStartOnTheSameDataIsToldWhatToDo();
			first.kill();
		}
		try (Program second = trial()) {
			second.awaitLine(READY);
			assertThat(page("/essai/courriers")).contains("Votre demande", "a@b.example", "Bonjour");
			database("insert into note select text || ' twice' from note");
			second.interrupt();
			second.awaitEnd();
			assertThat(this.folder.resolve("postgres/postmaster.pid")).doesNotExist();
		}
		try (Program third = trial()) {
			third.awaitLine(READY);
			assertThat(database("select string_agg(text, ', ' order by text) from note"))
				.isEqualTo("still here, still here twice");
		}
	}

	private void aSecondStartOnTheSameDataIsToldWhatToDo() throws Exception {
		try (Program second = trial("--server.port=" + Program.freePort())) {
			assertStopsWith("Another Second Avis is running on the data in", second);
		}
	}

	@Test
	void anInterruptedFirstStartIsMadeGood() throws Exception {
		Files.createDirectories(this.folder.resolve("postgres-new-interrupted/base"));
		try (Program program = trial()) {
			program.awaitLine(READY);
			assertThat(this.folder.resolve("postgres-new-interrupted")).doesNotExist();
		}
	}

	@Test
	void aPortInUseIsNamedWithAWayOut() throws Exception {
		try (ServerSocket other = new ServerSocket(this.port); Program program = trial()) {
			assertStopsWith("Port %d is in use: ".formatted(other.getLocalPort()), program);
			assertThat(this.folder.resolve("postgres")).doesNotExist();
		}
	}

	@Test
	void dataOfAnotherPostgresIsNotTouched() throws Exception {
		Files.createDirectory(this.folder.resolve("postgres"));
		Files.writeString(this.folder.resolve("postgres/PG_VERSION"), "17\n");
		Files.writeString(this.folder.resolve("encryption.key"), "key");
		Files.writeString(this.folder.resolve("postgres.password"), "password");
		try (Program program = trial()) {
			assertStopsWith("holds data of PostgreSQL 17 and this is PostgreSQL 18", program);
		}
	}

	@Test
	void aLostKeyIsNotReplacedWhileThereIsData() throws Exception {
		Files.createDirectory(this.folder.resolve("postgres"));
		try (Program program = trial()) {
			assertStopsWith("encryption.key is missing", program);
			assertThat(this.folder.resolve("encryption.key")).doesNotExist();
		}
	}

	private Program trial(String... arguments) {
		List<String> command = new ArrayList<>(
				List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
						TrialApplication.class.getName(), "--server.port=" + this.port,
						"--secondavis.trial.data=" + this.folder));
		command.addAll(List.of(arguments));
		return Program.java(command.toArray(String[]::new));
	}

	private static void assertStopsWith(String sentence, Program program) throws InterruptedException {
		assertThat(program.awaitEnd()).isNotZero();
		assertThat(program.output()).noneMatch((line) -> line.startsWith("\tat "));
		assertThat(program.output().stream().filter((line) -> line.contains("ERROR"))).singleElement()
			.asString()
			.contains(sentence);
	}

	private String page(String path) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.header("Accept-Language", "fr")
			.build();
		return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
	}

	/**
	 * Runs the statement in the trial's own database and gives the single value it
	 * selects, if any.
	 */
	private String database(String sql) throws Exception {
		List<String> lock = Files.readAllLines(this.folder.resolve("postgres/postmaster.pid"));
		try (Connection connection = DriverManager.getConnection(
				"jdbc:postgresql://127.0.0.1:" + lock.get(3) + "/postgres", PostgresServer.USER,
				Files.readString(this.folder.resolve("postgres.password")));
				Statement statement = connection.createStatement()) {
			if (!statement.execute(sql)) {
				return "";
			}
			statement.getResultSet().next();
			return statement.getResultSet().getString(1);
		}
	}

}
