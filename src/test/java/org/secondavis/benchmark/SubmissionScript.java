package org.secondavis.benchmark;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one submission writes, as a script for {@code pgbench}. It is made from the rows
 * that a real submission left behind, so that every value, sealed ones included, is as
 * large as it really is, and new columns come along by themselves.
 */
final class SubmissionScript {

	private static final int DRAFTS = 20_000;

	/**
	 * Gives each transaction a number; a variable outlives the transaction it is set in.
	 */
	private static final String NUMBER = """
			\\set i :i + 1
			\\set n :i * 16 + :client_id
			\\set random permute(:n, 4294967296)
			\\set left :random / 65536
			\\set right :random %% 65536
			\\set draft :n %% %d + 1
			""".formatted(DRAFTS);

	private static final String UUID_OF = "lpad(to_hex(%s::bigint), 32, '0')::uuid";

	private static final String REQUEST = UUID_OF.formatted(":n");

	private static final String REFERENCE = "format('SA-%s-%s', upper(lpad(to_hex(:left::bigint), 4, '0')), "
			+ "upper(lpad(to_hex(:right::bigint), 4, '0')))";

	/** What differs from one submission to the next. */
	private static final Map<String, String> PART = Map.of("id", "uuidv7()", "request_id", REQUEST, "token_hash",
			"sha256(uuid_send(gen_random_uuid()))");

	private static final Map<String, String> WHOLE = Map.of("id", REQUEST, "draft_id", REQUEST, "reference", REFERENCE,
			"trail_id", "gen_random_uuid()");

	private final JdbcClient jdbc;

	private final Map<String, String> variables = new LinkedHashMap<>(Map.of("i", "0"));

	private final String text;

	/** Takes one of the stored requests and one of the drafts as its models. */
	SubmissionScript(JdbcClient jdbc) {
		this.jdbc = jdbc;
		UUID request = jdbc.sql("select id from second_opinion_request limit 1").query(UUID.class).single();
		undoDelivery(request);
		jdbc.sql("create table model_draft as select * from draft where content is not null limit 1").update();
		this.text = NUMBER + String.join(";\n", "begin",
				"update draft set content = null, version = version + 1 where id = " + UUID_OF.formatted(":draft"),
				insert("second_opinion_request", "id", request, WHOLE),
				insert("request_change", "request_id", request, PART), insert("paper", "request_id", request, PART),
				insert("follow_up_link", "request_id", request, PART),
				insert("outgoing_mail", "request_id", request, PART), "commit;\n");
	}

	/**
	 * Submissions queue mails; it is later that they leave, each with a link of its own.
	 */
	private void undoDelivery(UUID request) {
		this.jdbc.sql("update outgoing_mail set status = 'QUEUED', sent_at = null where request_id = ?")
			.param(request)
			.update();
		this.jdbc
			.sql("delete from follow_up_link where request_id = :request and id <> "
					+ "(select id from follow_up_link where request_id = :request order by created_at limit 1)")
			.param("request", request)
			.update();
	}

	private String insert(String table, String key, UUID request, Map<String, String> made) {
		List<String> columns = columns(table);
		String asText = columns.stream().map("%s::text"::formatted).collect(Collectors.joining(", "));
		List<String> rows = this.jdbc.sql("select %s from %s where %s = ?".formatted(asText, table, key))
			.param(request)
			.query((row, number) -> row(row, columns, made))
			.list();
		return "insert into %s (%s) values %s".formatted(table, String.join(", ", columns), String.join(", ", rows));
	}

	private List<String> columns(String table) {
		return this.jdbc.sql("""
				select column_name from information_schema.columns
				where table_name = ? and is_generated = 'NEVER' order by ordinal_position
				""").param(table).query(String.class).list();
	}

	private String row(ResultSet row, List<String> columns, Map<String, String> made) throws SQLException {
		StringJoiner cells = new StringJoiner(", ", "(", ")");
		for (String column : columns) {
			cells.add(made.containsKey(column) ? made.get(column) : variable(row.getString(column)));
		}
		return cells.toString();
	}

	private String variable(@Nullable String value) {
		if (value == null) {
			return "null";
		}
		String name = "v" + this.variables.size();
		this.variables.put(name, value);
		return ":" + name;
	}

	String text() {
		return this.text;
	}

	/** The variables that it needs to be given. */
	Map<String, String> variables() {
		return this.variables;
	}

	/** Leaves nothing in the tables but the drafts that it is going to send. */
	void prepareTables() {
		String others = columns("draft").stream()
			.filter((column) -> !column.equals("id") && !column.equals("token_hash"))
			.collect(Collectors.joining(", "));
		this.jdbc.sql("truncate draft, second_opinion_request cascade").update();
		this.jdbc
			.sql("insert into draft (id, token_hash, %s) select %s, sha256(int8send(n)), %s ".formatted(others,
					UUID_OF.formatted("n"), others) + "from model_draft, generate_series(1, %d) n".formatted(DRAFTS))
			.update();
	}

}
