package org.secondavis.audit;

import java.sql.Types;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.secondavis.request.Reference;
import org.secondavis.staff.Role;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Adds to the trail. The database numbers the lines and chains them, and knows a request
 * and its files by names that are erased with them.
 */
@Component
public class Trail {

	private static final String OPENING = """
			insert into audit_entry (account, role, deed, thing, subject)
			select :account, :role, 'OPEN', 'REQUEST', r.trail_id from second_opinion_request r where r.id = :id
			""";

	private static final String NOTE = """
			insert into audit_entry (account, role, deed, thing, detail, subject, part)
			select :account, :role, :deed, :thing, :detail, r.trail_id,
			    case when :thing = 'FILE' then (select f.trail_id from uploaded_file f where f.id = :part) else :part end
			from unnest(:references) named (reference)
			left join second_opinion_request r on r.reference = named.reference
			""";

	private static final String[] NO_REQUEST = { null };

	private final JdbcClient jdbc;

	Trail(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The statement which notes that {@code :account} in {@code :role} opens the request
	 * {@code :id}: to be a part of a larger one, as its last, for a page that has none to
	 * spare. A condition can follow.
	 */
	public static String opening() {
		return OPENING;
	}

	void note(Entry entry) {
		Role role = entry.role();
		this.jdbc.sql(NOTE)
			.param("account", entry.account(), Types.OTHER)
			.param("role", (role != null) ? role.name() : null)
			.param("deed", entry.deed().name())
			.param("thing", entry.thing().name())
			.param("detail", entry.detail())
			.param("part", entry.part(), Types.OTHER)
			.param("references",
					entry.requests().isEmpty() ? NO_REQUEST
							: entry.requests().stream().map(Reference::value).toArray(String[]::new))
			.update();
	}

}
