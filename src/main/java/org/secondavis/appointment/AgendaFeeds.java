package org.secondavis.appointment;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.secondavis.encryption.SecretToken;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The secret links under which calendar programs read the agendas of doctors. Only hashes
 * are kept: a link is shown once, and replaced by another where it was lost.
 */
@Component
class AgendaFeeds {

	private final JdbcClient jdbc;

	private final Clock clock;

	AgendaFeeds(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Since when a doctor has the present link; empty without any. */
	Optional<Instant> since(UUID doctor) {
		return this.jdbc.sql("select created_at from agenda_feed where doctor_id = :doctor")
			.param("doctor", doctor)
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant);
	}

	/**
	 * Makes a new link; the former one opens nothing any more.
	 * @param seen since when the link was there that is replaced, none if there was none
	 * @throws AppointmentOvertakenException if somebody else made or revoked one
	 */
	SecretToken renew(UUID doctor, @Nullable Instant seen) {
		SecretToken token = SecretToken.random();
		int kept = this.jdbc.sql("""
				insert into agenda_feed as had (doctor_id, token_hash, created_at)
				select :doctor, :hash, :now where cast(:seen as timestamptz) is null
				    or exists (select from agenda_feed where doctor_id = :doctor and created_at = :seen)
				on conflict (doctor_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at
				where had.created_at = :seen
				""")
			.param("doctor", doctor)
			.param("hash", token.hash())
			.param("now", utc(this.clock.instant().truncatedTo(ChronoUnit.MICROS)))
			.param("seen", utc(seen), Types.TIMESTAMP_WITH_TIMEZONE)
			.update();
		if (kept == 0) {
			throw new AppointmentOvertakenException();
		}
		return token;
	}

	/** The link opens nothing any more; as above. */
	void revoke(UUID doctor, @Nullable Instant seen) {
		int gone = this.jdbc.sql("delete from agenda_feed where doctor_id = :doctor and created_at = :seen")
			.param("doctor", doctor)
			.param("seen", utc(seen), Types.TIMESTAMP_WITH_TIMEZONE)
			.update();
		if (gone == 0) {
			throw new AppointmentOvertakenException();
		}
	}

	/** Whose agenda a link opens; whoever is locked out has none. */
	Optional<UUID> find(SecretToken token) {
		return this.jdbc.sql("""
				select f.doctor_id from agenda_feed f join staff_account a on a.id = f.doctor_id
				where f.token_hash = :hash and not a.locked and a.role = 'DOCTOR'
				""").param("hash", token.hash()).query(UUID.class).optional();
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

}
