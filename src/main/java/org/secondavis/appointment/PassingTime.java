package org.secondavis.appointment;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.secondavis.request.ErasureAsked;
import org.secondavis.request.RequestEnded;

import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What becomes of appointments without anybody acting on them: proposals lapse, patients
 * are reminded, and what is to come falls with its request, be it ended or to be erased.
 * Several instances share the work.
 */
@Component
class PassingTime {

	private final Appointments appointments;

	private final AppointmentProperties properties;

	private final TransactionTemplate transaction;

	private final Clock clock;

	PassingTime(Appointments appointments, AppointmentProperties properties, TransactionTemplate transaction,
			Clock clock) {
		this.appointments = appointments;
		this.properties = properties;
		this.transaction = transaction;
		this.clock = clock;
	}

	@Scheduled(cron = "${secondavis.jobs.hourly:0 20 * * * *}")
	void lapse() {
		each(this.appointments::takeLapsed, Appointment::lapse);
	}

	@Scheduled(cron = "${secondavis.jobs.hourly:0 20 * * * *}")
	void remind() {
		each((now) -> this.appointments.takeNear(now, now.plus(this.properties.reminder())),
				(appointment, now) -> appointment.remind(this.properties.reminder(), now));
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(RequestEnded event) {
		end(event.requestId());
	}

	/** At once: after the erasure nobody could be told any more. */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(ErasureAsked event) {
		end(event.requestId());
	}

	private void end(UUID request) {
		Instant now = this.clock.instant();
		this.appointments.findByRequestIdOrderByCreatedAt(request)
			.stream()
			.filter(Appointment::isCurrent)
			.forEach((appointment) -> {
				appointment.end(now);
				this.appointments.saveAndFlush(appointment);
			});
	}

	/** Each in a transaction of its own, as long as there is one. */
	private void each(Function<Instant, Optional<Appointment>> next, BiConsumer<Appointment, Instant> act) {
		Boolean more;
		do {
			more = this.transaction.execute((status) -> {
				Instant now = this.clock.instant();
				Optional<Appointment> found = next.apply(now);
				found.ifPresent((appointment) -> {
					act.accept(appointment, now);
					this.appointments.saveAndFlush(appointment);
				});
				return found.isPresent();
			});
		}
		while (Boolean.TRUE.equals(more));
	}

}
