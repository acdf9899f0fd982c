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
			.param("id", idOf(what, who))
			.param("now", now)
			.param("share", share(times, per))
			.param("limit", now.plus(per))
			.update() == 1;
	}

	/** Gives the whole right back. */
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	public void forget(String what, String who) {
		this.jdbc.sql("delete from throttle where id = :id").param("id", idOf(what, who)).update();
	}

	/** Gives back what one time cost, which does not count after all. */
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	public void giveBack(String what, String who, int times, Duration per) {
		this.jdbc.sql("update throttle set full_at = full_at - cast(:share as interval) where id = :id")
			.param("id", idOf(what, who))
			.param("share", share(times, per))
			.update();
	}

	/** Remembers for a while that somebody did a thing. */
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	public void remember(String what, String who, Duration life) {
		this.jdbc.sql("""
				insert into throttle (id, full_at) values (:id, :until)
				on conflict (id) do update set full_at = :until
				""").param("id", idOf(what, who)).param("until", now().plus(life)).update();
	}

	/** Whether it is remembered that somebody did a thing. */
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	public boolean remembers(String what, String who) {
		return this.jdbc.sql("select exists (select from throttle where id = :id and full_at > :now)")
			.param("id", idOf(what, who))
			.param("now", now())
			.query(Boolean.class)
			.single();
	}

	@Scheduled(cron = "${secondavis.jobs.hourly:0 20 * * * *}")
	void forgetWhatIsWholeAgain() {
		this.jdbc.sql("delete from throttle where full_at <= :now").param("now", now()).update();
	}

	private long idOf(String what, String who) {
		return this.fingerprints.of(what + "\n" + who);
	}

	private static String share(int times, Duration per) {
		return per.dividedBy(times).truncatedTo(ChronoUnit.MICROS).toString();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
