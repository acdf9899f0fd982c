package org.secondavis.document;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Empties the bucket of files whose rows are gone. The database notes each of them with
 * the row's own end; a note stands until the bucket has been emptied, however long it
 * cannot be reached, and for as long as a file may still be arriving. Any number of
 * instances may do so side by side.
 */
class RemovedFiles {

	/** Longer than it takes to remove one; and the wait after a failure. */
	private static final Duration ATTEMPT = Duration.ofMinutes(5);

	private static final Logger logger = LoggerFactory.getLogger(RemovedFiles.class);

	private final S3Store store;

	private final JdbcClient jdbc;

	private final Clock clock;

	RemovedFiles(S3Store store, JdbcClient jdbc, Clock clock) {
		this.store = store;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Empties the bucket of all that are due, or until it cannot be reached. */
	void remove() {
		try {
			for (Optional<UUID> file = take(); file.isPresent(); file = take()) {
				this.store.remove(file.get());
				settle(file.get());
			}
		}
		catch (StoreUnavailableException ex) {
			logger.warn("What is left of erased files could not be removed and will be tried again: {}", ex.toString());
		}
	}

	private Optional<UUID> take() {
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				update removed_file set due = :later where file_id = (
				    select file_id from removed_file where due <= :now order by due limit 1 for update skip locked)
				returning file_id
				""").param("now", utc(now)).param("later", utc(now.plus(ATTEMPT))).query(UUID.class).optional();
	}

	/** Who was sending the file when its row went may have added to it since. */
	private void settle(UUID file) {
		Instant last = this.clock.instant().minus(PatientFiles.UNFINISHED);
		this.jdbc.sql("delete from removed_file where file_id = :file and removed_at <= :last")
			.param("file", file)
			.param("last", utc(last))
			.update();
		this.jdbc.sql("update removed_file set due = removed_at + cast(:wait as interval) where file_id = :file")
			.param("file", file)
			.param("wait", PatientFiles.UNFINISHED.toString())
			.update();
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
