package org.secondavis.web;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatusCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Pages that fail in every way, and a database that can be switched off. */
@TestConfiguration(proxyBeanMethods = false)
@RestController
@RequestMapping("/information/test")
class FailingPages {

	static final String TYPED = "Zoë-secret";

	static final AtomicBoolean DATABASE_DOWN = new AtomicBoolean();

	private final JdbcClient jdbc;

	FailingPages(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Bean
	static BeanPostProcessor switchableDatabase() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof DataSource database) ? new SwitchableDataSource(database) : bean;
			}

		};
	}

	private static final class SwitchableDataSource extends DelegatingDataSource {

		private SwitchableDataSource(DataSource database) {
			super(database);
		}

		@Override
		public Connection getConnection() throws SQLException {
			if (DATABASE_DOWN.get()) {
				throw new SQLTransientConnectionException("Connection is not available");
			}
			return super.getConnection();
		}

	}

	@GetMapping("/status/{status}")
	String status(@PathVariable int status) {
		throw new ResponseStatusException(HttpStatusCode.valueOf(status), TYPED);
	}

	@GetMapping("/unforeseen")
	String unforeseen() {
		throw new IllegalStateException(TYPED, new IllegalArgumentException(TYPED));
	}

	@GetMapping("/overtaken")
	String overtaken() {
		throw new OptimisticLockingFailureException(TYPED);
	}

	@GetMapping("/broken-constraint")
	String brokenConstraint() {
		insert();
		return insert();
	}

	private String insert() {
		this.jdbc.sql("""
				insert into staff_account (id, version, email, name, role, created_at)
				values (gen_random_uuid(), 0, ?, ?, 'DOCTOR', now())""").params(TYPED, TYPED).update();
		return "";
	}

	@GetMapping("/database")
	String database() {
		return this.jdbc.sql("select 'fine'").query(String.class).single();
	}

	@GetMapping("/number")
	String number(@RequestParam int n) {
		return Integer.toString(n);
	}

	@PostMapping("/form")
	String form(@RequestParam String text) {
		return text;
	}

}
