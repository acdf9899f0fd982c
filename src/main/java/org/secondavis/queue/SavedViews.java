package org.secondavis.queue;

import java.util.List;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;

import org.secondavis.staff.WrongInputException;

import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The filters of the queue that members of staff keep, each for themselves. */
@Component
class SavedViews {

	static final int LONGEST_NAME = 40;

	static final int MOST = 12;

	private static final String KEEP = """
			insert into saved_view (id, owner, name, query)
			select :id, :owner, :name, :query
			where (select count(*) from saved_view where owner = :owner and name <> :name) < :most
			on conflict (owner, name) do update set query = excluded.query
			""";

	private final JdbcClient jdbc;

	SavedViews(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<SavedView> of(UUID owner) {
		return this.jdbc.sql("select id, name, query from saved_view where owner = :owner order by lower(name), id")
			.param("owner", owner)
			.query(new SimplePropertyRowMapper<>(SavedView.class))
			.list();
	}

	/**
	 * Keeps a view; one of the same name gives way to it.
	 * @throws WrongInputException if the name does not fit, or there are enough
	 */
	@Transactional
	void keep(UUID owner, String name, QueueFilter filter) {
		String line = name.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
		if (line.isEmpty() || line.length() > LONGEST_NAME) {
			throw new WrongInputException("name", "views.name.missing");
		}
		int kept = this.jdbc.sql(KEEP)
			.param("id", UuidCreator.getTimeOrderedEpoch())
			.param("owner", owner)
			.param("name", line)
			.param("query", filter.withoutSearch().url())
			.param("most", MOST)
			.update();
		if (kept == 0) {
			throw new WrongInputException("name", "views.enough");
		}
	}

	/** Forgets a view of theirs; one that is gone already is no matter. */
	@Transactional
	void forget(UUID owner, UUID id) {
		this.jdbc.sql("delete from saved_view where owner = :owner and id = :id")
			.param("owner", owner)
			.param("id", id)
			.update();
	}

	/**
	 * A view that somebody keeps.
	 *
	 * @param id its key
	 * @param name what they call it
	 * @param query its address within the workspace
	 */
	record SavedView(UUID id, String name, String query) {
	}

}
