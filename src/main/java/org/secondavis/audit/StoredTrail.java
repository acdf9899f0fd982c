package org.secondavis.audit;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.secondavis.request.Reference;

import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the trail. */
@Component
class StoredTrail {

	private static final String PAGE = """
			select e.number, e.at, a.name as author, e.role, e.deed, e.thing, e.detail, e.subject is not null as about,
			    r.reference, o.name as owner, f.received_at
			from audit_entry e
			left join staff_account a on a.id = e.account
			left join second_opinion_request r on r.trail_id = e.subject
			left join staff_account o on o.id = e.part
			left join uploaded_file f on f.trail_id = e.part
			where e.number < :before
			and (:account::uuid is null or e.account = :account)
			and (:deed::text is null or e.deed = :deed)
			and (:thing::text is null or e.thing = :thing)
			and (:reference::text is null
			    or e.subject = (select w.trail_id from second_opinion_request w where w.reference = :reference))
			and (:from::timestamptz is null or e.at >= :from)
			and (:until::timestamptz is null or e.at < :until)
			order by e.number desc
			limit :limit
			""";

	private final JdbcClient jdbc;

	StoredTrail(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What the search finds, the newest line first. */
	List<TrailLine> find(TrailSearch search, ZoneId zone, int limit) {
		return this.jdbc.sql(PAGE)
			.param("before", search.before())
			.param("account", search.by(), Types.OTHER)
			.param("deed", search.deedCode())
			.param("thing", search.thingCode())
			.param("reference", search.wanted().map(Reference::value).orElse(null))
			.param("from", utc(search.from(zone)))
			.param("until", utc(search.until(zone)))
			.param("limit", limit)
			.query(new SimplePropertyRowMapper<>(TrailLine.class))
			.list();
	}

	/** The number and the seal of the last line, as bin/verify-audit takes them. */
	Optional<String> seal() {
		return this.jdbc.sql("select number, hash from audit_entry order by number desc limit 1")
			.query((row, index) -> row.getLong("number") + ":" + HexFormat.of().formatHex(row.getBytes("hash")))
			.optional();
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

}
