package org.secondavis;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Knocks at the database before the tables are brought up to date: the pool would say at
 * great length that nobody answers.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseCheck {

	private static final String WAIT_SECONDS = "10";

	@Bean
	FlywayMigrationStrategy migration(JdbcConnectionDetails database) {
		return (flyway) -> {
			knock(database);
			flyway.migrate();
		};
	}

	private static void knock(JdbcConnectionDetails database) {
		Properties login = new Properties();
		putIfGiven(login, "user", database.getUsername());
		putIfGiven(login, "password", database.getPassword());
		login.setProperty("connectTimeout", WAIT_SECONDS);
		login.setProperty("socketTimeout", WAIT_SECONDS);
		try (Connection connection = DriverManager.getConnection(database.getJdbcUrl(), login)) {
			connection.isReadOnly();
		}
		catch (SQLException ex) {
			throw new StartUpException(sentence(String.valueOf(ex.getSQLState())), ex);
		}
	}

	private static void putIfGiven(Properties login, String name, @Nullable String value) {
		if (value != null) {
			login.setProperty(name, value);
		}
	}

	private static String sentence(String state) {
		return switch (state) {
			case "28000", "28P01" -> "PostgreSQL does not let us in: put right the settings "
					+ "spring.datasource.username and spring.datasource.password.";
			case "3D000" -> "The database named at the end of the setting spring.datasource.url does not exist: "
					+ "create it, or put right its name.";
			default -> "PostgreSQL does not answer at the address in the setting spring.datasource.url: "
					+ "start it, or put right the address.";
		};
	}

}
