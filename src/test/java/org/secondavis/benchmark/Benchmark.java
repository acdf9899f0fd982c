package org.secondavis.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Starts PostgreSQL, a mail server that keeps nothing and the released jar, uses the jar
 * as browsers do, and prints what it measures.
 *
 * @param jar the released jar
 * @param folder a folder to work in
 * @param time how long each row is measured
 * @param heap the application's -Xmx
 * @param site where the application answers
 * @param pgbench where the program is; empty if it is not installed
 */
record Benchmark(Path jar, Path folder, Duration time, String heap, URI site, String pgbench) {

	private static final List<Integer> CLIENTS = List.of(1, 16);

	/** How many send a large file at once. */
	private static final int SENDERS = 20;

	/** Runs with the arguments that {@code bin/benchmark} gives. */
	public static void main(String[] args) throws Exception {
		LoggingSystem.get(Benchmark.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
		Benchmark benchmark = new Benchmark(Path.of(args[0]), Path.of(args[1]),
				Duration.ofSeconds(Long.parseLong(args[2])), args[3], URI.create("http://127.0.0.1:" + args[4]),
				args[5]);
		try {
			System.exit(benchmark.run() ? 0 : 1);
		}
		catch (IllegalStateException ex) {
			System.err.println("benchmark: " + ex.getMessage());
			System.exit(1);
		}
	}

	private boolean run() throws Exception {
		try (MailSink mails = new MailSink(); EmbeddedPostgres postgres = startPostgres()) {
			JdbcClient jdbc = JdbcClient.create(postgres.getPostgresDatabase());
			Table table = new Table(facts(jdbc));
			useApplication(table, settings(postgres.getPort(), mails.port()), jdbc);
			if (!this.pgbench.isEmpty()) {
				PgBench pgbench = new PgBench(Path.of(this.pgbench), postgres.getPort(), this.folder, this.time);
				SubmissionScript script = new SubmissionScript(jdbc);
				addRows(table, (clients) -> pgbench.run(script, clients));
			}
			return table.isFaultless();
		}
	}

	private void useApplication(Table table, List<String> settings, JdbcClient jdbc) throws Exception {
		Duration firstStartUp;
		try (Application application = start(settings)) {
			firstStartUp = application.awaitReadiness(this.site);
		}
		try (Application application = start(settings)) {
			Duration startUp = application.awaitReadiness(this.site);
			Patients patients = new Patients(this.site, this.time);
			patients.warmUp();
			addRows(table, patients::makeJourneys);
			addRows(table, patients::submit);
			addRows(table, patients::openFormPages);
			addRows(table, patients::readInformation);
			table.add("memory after all this: %s, with -Xmx%s".formatted(application.memory(), this.heap));
			Measured files = patients.sendFiles(SENDERS);
			table.add(files);
			table.add("that is %.0f MB per second; the most memory ever: %s, with -Xmx%s"
				.formatted(files.perSecond() * Patients.FILE_MEGABYTES, application.mostMemory(), this.heap));
			takeToTheRecords(table, patients, jdbc, application);
			table.add("start-up until ready: " + seconds(startUp));
			table.add("the first one, on an empty database: " + seconds(firstStartUp));
			check(table, patients.references(), jdbc);
		}
	}

	private void takeToTheRecords(Table table, Patients patients, JdbcClient jdbc, Application application)
			throws Exception {
		Secretariat secretariat = new Secretariat(this.site, this.time, jdbc);
		String reference = patients.sendWithFiles(Secretariat.FILES);
		application.forgetMostMemory();
		String before = application.memory();
		Measured archives = secretariat.takeArchives(reference);
		table.add(archives);
		table.add("that is %.0f MB per second; memory before: %s, the most meanwhile: %s, with -Xmx%s".formatted(
				archives.perSecond() * Secretariat.FILES * Patients.FILE_MEGABYTES, before, application.mostMemory(),
				this.heap));
	}

	private static void addRows(Table table, Measurement measurement) throws Exception {
		for (int clients : CLIENTS) {
			table.add(measurement.with(clients));
		}
	}

	/** Every request that a patient was told of is stored, once, and no other. */
	private static void check(Table table, List<String> shown, JdbcClient jdbc) {
		List<String> stored = jdbc.sql("select reference from second_opinion_request").query(String.class).list();
		if (!stored.stream().sorted().toList().equals(shown.stream().sorted().toList())) {
			table.fail("%d references were shown, %d of them different, and %d requests are stored"
				.formatted(shown.size(), shown.stream().distinct().count(), stored.size()));
		}
	}

	private Application start(List<String> settings) throws IOException {
		requireFreePort();
		return Application.start(this.jar, this.heap, settings, Path.of("target", "benchmark.log"));
	}

	/** Lest another application be mistaken for this one. */
	private void requireFreePort() throws IOException {
		try {
			new ServerSocket(this.site.getPort(), 1, InetAddress.getByName(this.site.getHost())).close();
		}
		catch (BindException ex) {
			throw new IllegalStateException("%s is in use; choose another port with --port".formatted(this.site));
		}
	}

	// zonky gives up durability, which tests can do without and a clinic cannot
	private EmbeddedPostgres startPostgres() throws IOException {
		return EmbeddedPostgres.builder()
			.setDataDirectory(this.folder.resolve("postgres"))
			.setServerConfig("fsync", "on")
			.setServerConfig("synchronous_commit", "on")
			.start();
	}

	private List<String> settings(int databasePort, int mailPort) {
		byte[] key = new byte[32];
		new SecureRandom().nextBytes(key);
		return List.of("server.address=" + this.site.getHost(), "server.port=" + this.site.getPort(),
				"spring.datasource.url=jdbc:postgresql://localhost:%d/postgres".formatted(databasePort),
				"spring.datasource.username=postgres", "spring.datasource.password=postgres",
				"spring.mail.host=127.0.0.1", "spring.mail.port=" + mailPort, "secondavis.base-url=" + this.site,
				"secondavis.clinic.name=Clinique des Tilleuls", "secondavis.clinic.phone=01 23 45 67 89",
				"secondavis.clinic.email=secretariat@tilleuls.example",
				"secondavis.clinic.address=12 rue des Tilleuls, 75014 Paris",
				"secondavis.clinic.hours=du lundi au vendredi, de 9 h à 17 h", "secondavis.clinic.price=150 €",
				"secondavis.clinic.doctors=Dr Anne Martin (oncologie médicale)",
				"secondavis.encryption.keys=benchmark:" + Base64.getEncoder().encodeToString(key),
				"secondavis.mail.from=ne-pas-repondre@tilleuls.example",
				"secondavis.mail.clinic=deuxieme-avis@tilleuls.example", "secondavis.staff.second-factor=off",
				"secondavis.staff.admin.email=admin@tilleuls.example",
				"secondavis.staff.admin.password=" + Base64.getEncoder().encodeToString(key),
				"secondavis.guard.minimum-time=0s", "secondavis.guard.requests-per-hour=1000000");
	}

	private static String facts(JdbcClient jdbc) {
		OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
		return String.join(", ",
				"%d cores and %d GiB of memory for clients, application and database together"
					.formatted(machine.getAvailableProcessors(), machine.getTotalMemorySize() >> 30),
				String.format(Locale.ROOT, "load %.1f beforehand", machine.getSystemLoadAverage()),
				"%s %s".formatted(machine.getName(), machine.getArch()), "Java " + Runtime.version(),
				"PostgreSQL %s with fsync %s and synchronous_commit %s".formatted(show(jdbc, "server_version"),
						show(jdbc, "fsync"), show(jdbc, "synchronous_commit")));
	}

	private static String show(JdbcClient jdbc, String setting) {
		return jdbc.sql("show " + setting).query(String.class).single();
	}

	private static String seconds(Duration duration) {
		return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
	}

	/** Measures one row of the table. */
	@FunctionalInterface
	private interface Measurement {

		Measured with(int clients) throws Exception;

	}

}
