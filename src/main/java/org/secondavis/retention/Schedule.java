package org.secondavis.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import org.secondavis.clinic.Retention;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.Status;

/** Knows when requests are to be erased: at the earliest of four dates. */
@Component
class Schedule {

	/** The same dates as in {@link #of}. */
	private static final String DUE = """
			from second_opinion_request r cross join lateral (
			    select * from (values
			        ('ASKED', r.erase_at),
			        ('SUSPECT', case when r.status = 'SUSPECT' then r.submitted_at + make_interval(secs => :suspect) end),
			        ('ENDED', case when r.status in ('DELIVERED', 'REFERRED', 'DUPLICATE', 'CLOSED')
			            then r.status_since + make_interval(secs => :closed) end),
			        ('HANDED_OVER', r.handed_over_at + make_interval(secs => :handedOver))) dates (reason, at)
			    where at is not null order by at limit 1) due
			where due.at <= :until
			""";

	private final JdbcClient jdbc;

	private final Retention retention;

	private final Clock clock;

	Schedule(JdbcClient jdbc, Retention retention, Clock clock) {
		this.jdbc = jdbc;
		this.retention = retention;
		this.clock = clock;
	}

	/** Empty while the request's end is open. */
	Optional<Due> of(SecondOpinionRequest request) {
		boolean suspect = request.getStatus() == Status.SUSPECT;
		boolean ended = request.getStatus().hasEnded();
		return Stream
			.of(due(ErasureReason.ASKED, request.getEraseAt(), Duration.ZERO),
					due(ErasureReason.SUSPECT, suspect ? request.getSubmittedAt() : null, this.retention.suspect()),
					due(ErasureReason.ENDED, ended ? request.getStatusSince() : null, this.retention.closed()),
					due(ErasureReason.HANDED_OVER, request.getHandedOverAt(), this.retention.handedOver()))
			.flatMap(Optional::stream)
			.min(Comparator.comparing(Due::at));
	}

	private static Optional<Due> due(ErasureReason reason, @Nullable Instant since, Duration kept) {
		return Optional.ofNullable(since).map((start) -> new Due(reason, start.plus(kept)));
	}

	/**
	 * A request whose time is over, which nobody else can change or erase until the
	 * caller's transaction ends; one that is just being changed or erased is passed over.
	 * @param but requests that are passed over too
	 */
	Optional<UUID> lockNext(Set<UUID> but) {
		return until("select r.id " + DUE + " and r.id <> all (:but::uuid[]) limit 1 for update of r skip locked",
				Duration.ZERO)
			.param("but", but.stream().map(UUID::toString).toArray(String[]::new))
			.query(UUID.class)
			.optional();
	}

	/** What is to be erased within that time, the next one first. */
	List<Planned> within(Duration time, int limit) {
		return until("select r.reference, due.reason, due.at " + DUE + " order by due.at, r.reference limit :limit",
				time)
			.param("limit", limit)
			.query(new SimplePropertyRowMapper<>(Planned.class))
			.list();
	}

	private JdbcClient.StatementSpec until(String sql, Duration time) {
		return this.jdbc.sql(sql)
			.param("until", this.clock.instant().plus(time).atOffset(ZoneOffset.UTC))
			.param("suspect", this.retention.suspect().toSeconds())
			.param("closed", this.retention.closed().toSeconds())
			.param("handedOver", this.retention.handedOver().toSeconds());
	}

	/**
	 * A request that is to be erased.
	 *
	 * @param reference the request
	 * @param reason why
	 * @param at when
	 */
	record Planned(String reference, ErasureReason reason, Instant at) {
	}

}
