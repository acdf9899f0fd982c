package org.secondavis.trial;

import java.nio.file.Path;

import org.secondavis.StartUpException;

/**
 * The trial's PostgreSQL for tests, which unlike others also runs as root in a container.
 * What a test writes need not outlive a failure of the machine, so that it is written
 * faster. The programs stay unpacked under {@code target} for the next run.
 *
 * @param url the address of the database for maintenance
 * @param username its owner
 * @param password the owner's password
 */
public record EmbeddedPostgres(String url, String username, String password) {

	public static EmbeddedPostgres start() {
		PostgresServer server = PostgresServer.start(freeFolder(), "fsync=off", "synchronous_commit=off",
				"full_page_writes=off", "max_connections=300");
		Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
		return new EmbeddedPostgres(server.url(), PostgresServer.USER, server.password());
	}

	/** Several test runs may go on side by side. */
	private static DataFolder freeFolder() {
		for (int i = 1;; i++) {
			try {
				return DataFolder.open(Path.of("target", "postgres-" + i));
			}
			catch (StartUpException ex) {
				if (i == 10) {
					throw ex;
				}
			}
		}
	}

}
