package org.secondavis.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.secondavis.encryption.Fingerprints;

/**
 * Says when somebody does a thing too often. The count is kept in the database, so that
 * it holds for all instances together, and under a fingerprint, so that it names nobody.
 */
@Component
public class Throttle {

	private final JdbcClient jdbc;

	private final Fingerprints fingerprints;

	private final Clock clock;

	Throttle(JdbcClient jdbc, Fingerprints fingerprints, Clock clock) {
		this.jdbc = jdbc;
		this.fingerprints = fingerprints;
		this.clock = clock;
	}

	/**
	 * Counts one more time and says whether it is still within the limit. The count
	 * stands whatever becomes of the caller's transaction.
	 * @param what the thing that is done
	 * @param who who does it: an address, a name
	 * @param times how often it may be done at once; the right comes back evenly
	 * @param per over which time it comes back in full
	 */
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	public boolean permits(String what, String who, int times, Duration per) {
		// Each time puts off the moment at which the right is whole again by one share;
		// one that would put it off beyond the limit changes nothing.
		OffsetDateTime now = now();
		return this.jdbc.sql("""
				insert into throttle as had (id, full_at)
				values (:id, cast(:now as timestamptz) + cast(:share as interval))
				on conflict (id) do update set full_at = greatest(had.full_at, :now) + cast(:share as interval)
				where greatest(had.full_at, :now) + cast(:share as interval) <= cast(:limit as timestamptz)
				""")
			.param("id", this.fingerprints.of(what + "\n" + who))
			.param("now", now)
			.param("share", per.dividedBy(times).truncatedTo(ChronoUnit.MICROS).toString())
			.param("limit", now.plus(per))
			.update() == 1;
	}

	@Scheduled(cron = "${secondavis.jobs.hourly:0 20 * * * *}")
	void forgetWhatIsWholeAgain() {
		this.jdbc.sql("delete from throttle where full_at <= :now").param("now", now()).update();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
