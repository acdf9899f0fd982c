package org.secondavis.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.secondavis.request.SecondOpinionRequest;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The trail as tests see it, and as somebody alters it who rules the database. */
@TestComponent
public class TestTrail {

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	TestTrail(JdbcClient jdbc, TransactionTemplate transaction) {
		this.jdbc = jdbc;
		this.transaction = transaction;
	}

	/** Removes all lines, past the triggers. */
	public void empty() {
		forge("delete from audit_entry");
	}

	/** Does it although the database refuses it to everybody. */
	void forge(String sql) {
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("alter table audit_entry disable trigger user").update();
			this.jdbc.sql(sql).update();
			this.jdbc.sql("alter table audit_entry enable trigger user").update();
		});
	}

	/** All lines, the oldest first. */
	public List<Map<String, Object>> all() {
		return this.jdbc.sql("select * from audit_entry order by number").query().listOfRows();
	}

	/** By what name the trail knows the request. */
	public UUID nameOf(SecondOpinionRequest request) {
		return this.jdbc.sql("select trail_id from second_opinion_request where id = :id")
			.param("id", request.getId())
			.query(UUID.class)
			.single();
	}

	/**
	 * What bin/verify-audit says; its SQL is taken out of it, for psql is not everywhere.
	 */
	String verify(String known) {
		return this.jdbc.sql(statement().replace(":'known'", ":known"))
			.param("known", known)
			.query(String.class)
			.single();
	}

	private static String statement() {
		try {
			String script = Files.readString(Path.of("bin/verify-audit"));
			return script.substring(script.indexOf("<<'SQL'\n") + 8, script.indexOf("\nSQL\n")).replace(";", "");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
