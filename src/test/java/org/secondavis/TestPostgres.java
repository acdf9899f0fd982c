package org.secondavis;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import org.secondavis.trial.EmbeddedPostgres;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * A real PostgreSQL for tests: a container where an engine answers, else the embedded
 * binaries ({@code -Dtest.postgres=embedded} asks for these). One server for the whole
 * run, an empty database for each application context.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestPostgres {

	private static final AtomicInteger DATABASES = new AtomicInteger();

	private record Server(String urlPrefix, String username, String password) {

		private static final Server RUNNING = mayUseContainer() ? container() : embedded();

		private static boolean mayUseContainer() {
			return !"embedded".equals(System.getProperty("test.postgres"))
					&& DockerClientFactory.instance().isDockerAvailable();
		}

		@SuppressWarnings("resource")
		private static Server container() {
			// every application context of the run keeps a pool of its own
			PostgreSQLContainer container = new PostgreSQLContainer("postgres:18").withCommand("postgres", "-c",
					"max_connections=300", "-c", "fsync=off");
			container.start();
			return new Server("jdbc:postgresql://%s:%d/".formatted(container.getHost(), container.getFirstMappedPort()),
					container.getUsername(), container.getPassword());
		}

		private static Server embedded() {
			EmbeddedPostgres postgres = EmbeddedPostgres.start();
			return new Server(postgres.url().substring(0, postgres.url().lastIndexOf('/') + 1), postgres.username(),
					postgres.password());
		}

		private String create(String database) {
			String maintenance = this.urlPrefix + ("postgres".equals(this.username) ? "postgres" : "test");
			try (Connection connection = DriverManager.getConnection(maintenance, this.username, this.password);
					Statement statement = connection.createStatement()) {
				statement.execute("drop database if exists " + database);
				statement.execute("create database " + database);
				return this.urlPrefix + database;
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

	@Bean
	JdbcConnectionDetails database() {
		String url = Server.RUNNING.create("test_" + DATABASES.incrementAndGet());
		return new JdbcConnectionDetails() {

			@Override
			public String getJdbcUrl() {
				return url;
			}

			@Override
			public String getUsername() {
				return Server.RUNNING.username();
			}

			@Override
			public String getPassword() {
				return Server.RUNNING.password();
			}

		};
	}

}
