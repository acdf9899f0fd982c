package org.secondavis.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes the seal of the last line into the log, which lies outside of the database: so
 * it shows when the end of the trail is cut off.
 */
@Component
class SealLog {

	private static final Logger logger = LoggerFactory.getLogger(SealLog.class);

	private final StoredTrail trail;

	SealLog(StoredTrail trail) {
		this.trail = trail;
	}

	@Scheduled(cron = "${secondavis.jobs.hourly:0 20 * * * *}")
	void writeDown() {
		this.trail.seal().ifPresent((seal) -> logger.info("The audit trail ends with {}", seal));
	}

}
