package org.secondavis.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import org.secondavis.clinic.CurrentClinic;
import org.secondavis.clinic.WorkingDays;
import org.secondavis.staff.AccountState;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccounts;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has the clinic and each doctor told every working morning how much waits for them, also
 * when there is nothing new: a mail that does not come says that something is broken.
 */
@Component
class DailyDigest {

	/** Longer than the time between two runs, so that no morning is missed. */
	private static final Duration AHEAD = Duration.ofMinutes(61);

	/** After that the day is nearly over. */
	private static final Duration TOO_LATE = Duration.ofHours(8);

	private final MailQueue queue;

	private final StaffAccounts accounts;

	private final MailProperties properties;

	private final WorkingDays workingDays;

	private final CurrentClinic clinic;

	private final Clock clock;

	DailyDigest(MailQueue queue, StaffAccounts accounts, MailProperties properties, WorkingDays workingDays,
			CurrentClinic clinic, Clock clock) {
		this.queue = queue;
		this.accounts = accounts;
		this.properties = properties;
		this.workingDays = workingDays;
		this.clinic = clinic;
		this.clock = clock;
	}

	/** Queues the digests of today, once, however many instances do so. */
	@Scheduled(cron = "${secondavis.jobs.hourly:0 20 * * * *}")
	@Transactional
	void queue() {
		Instant now = this.clock.instant();
		LocalDate today = LocalDate.ofInstant(now, this.clinic.now().timeZone());
		Instant due = today.atTime(this.properties.digest()).atZone(this.clinic.now().timeZone()).toInstant();
		if (!this.workingDays.isOpen(today) || now.isBefore(due.minus(AHEAD)) || now.isAfter(due.plus(TOO_LATE))) {
			return;
		}
		this.queue.saveOnce(OutgoingMail.digest("digest", now, due));
		this.accounts.findAllByOrderByName()
			.stream()
			.filter((account) -> account.getRole() == Role.DOCTOR && account.getState() == AccountState.ACTIVE)
			.forEach((account) -> this.queue.saveOnce(OutgoingMail.digest(account.getId(), "digest", now, due)));
	}

}
