package org.secondavis.audit;

import java.io.IOException;
import java.net.URI;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondavis.ApplicationTest;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** Whoever rules the database can alter the trail, but not unnoticed. */
@ApplicationTest
class VerifyAuditTests {

	@Autowired
	private Trail trail;

	@Autowired
	private TestTrail lines;

	@Autowired
	private JdbcConnectionDetails database;

	@BeforeEach
	void tenLines() {
		this.lines.empty();
		IntStream.range(0, 10).forEach((i) -> this.trail.note(Entry.of(null, null, Deed.OPEN, Thing.LIST, null)));
	}

	@Test
	void anUntouchedTrailIsRight() {
		assertThat(this.lines.verify("")).matches("ok: 10 rows, last 10:[0-9a-f]{64}");
		assertThat(this.lines.verify(seal())).startsWith("ok:");
	}

	@Test
	void anAlteredLineIsFound() {
		for (String change : new String[] { "at = at - interval '1 microsecond'",
				"at = (to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || '+00 BC')::timestamptz",
				"account = gen_random_uuid()", "role = 'ADMIN'", "deed = 'SIGN_IN'", "thing = 'FILE'", "detail = 'x'",
				"subject = gen_random_uuid()", "part = gen_random_uuid()", "hash = sha256('x')" }) {
			tenLines();
			this.lines.forge("update audit_entry set %s where number = 4".formatted(change));
			assertThat(this.lines.verify("")).as(change).isEqualTo("broken: row 4 is not what was written");
		}
	}

	@Test
	void aRemovedLineIsFound() {
		this.lines.forge("delete from audit_entry where number = 4");
		assertThat(this.lines.verify("")).isEqualTo("broken: row 4 is missing");
	}

	@Test
	void soIsOneWhoseNumberAnotherTook() {
		this.lines.forge("delete from audit_entry where number = 4");
		this.lines.forge("update audit_entry set number = number - 1 where number > 4");
		assertThat(this.lines.verify("")).isEqualTo("broken: row 4 is not what was written");
	}

	@Test
	void soIsTheBeginning() {
		this.lines.forge("delete from audit_entry where number < 4");
		assertThat(this.lines.verify("")).isEqualTo("broken: row 1 is missing");
	}

	@Test
	void anEndThatWasCutOffIsFoundByTheSealThatWasWrittenDown() {
		String seal = seal();
		this.lines.forge("delete from audit_entry where number > 8");
		assertThat(this.lines.verify("")).startsWith("ok: 8 rows");
		assertThat(this.lines.verify(seal)).isEqualTo("broken: row 10 is not the one whose seal was written down");
	}

	@Test
	void soIsATrailThatWasWrittenAnew() {
		String seal = seal();
		tenLines();
		assertThat(this.lines.verify(seal)).isEqualTo("broken: row 10 is not the one whose seal was written down");
	}

	@Test
	void theScriptSaysSoByItsExitCodeToo() throws Exception {
		assumeThat(run("psql", "--version")).as("psql is installed").isZero();
		assertThat(run("bin/verify-audit")).isZero();
		assertThat(run("bin/verify-audit", "--known", seal())).isZero();
		this.lines.forge("delete from audit_entry where number = 10");
		assertThat(run("bin/verify-audit", "--known", "10:" + "0".repeat(64))).isEqualTo(1);
		assertThat(run("bin/verify-audit", "--known", "ten")).isEqualTo(2);
		assertThat(run("bin/verify-audit", "--dbname", "nowhere")).isEqualTo(2);
	}

	/** The last line and its seal, as an administrator writes them down. */
	private String seal() {
		String verdict = this.lines.verify("");
		return verdict.substring(verdict.indexOf("last ") + 5);
	}

	private int run(String... command) throws InterruptedException {
		ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD);
		URI address = URI.create(this.database.getJdbcUrl().substring("jdbc:".length()));
		process.environment().put("PGHOST", address.getHost());
		process.environment().put("PGPORT", String.valueOf(address.getPort()));
		process.environment().put("PGDATABASE", address.getPath().substring(1));
		process.environment().put("PGUSER", String.valueOf(this.database.getUsername()));
		process.environment().put("PGPASSWORD", String.valueOf(this.database.getPassword()));
		try {
			return process.start().waitFor();
		}
		catch (IOException ex) {
			return -1;
		}
	}

}
