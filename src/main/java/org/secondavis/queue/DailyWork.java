package org.secondavis.queue;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.CurrentClinic;
import org.secondavis.clinic.WorkingDays;
import org.secondavis.mail.WorkCount;
import org.secondavis.mail.WorkCounts;
import org.secondavis.request.Status;
import org.secondavis.review.Urgency;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts what waits, by the same conditions as the chips of the queue. */
@Component
class DailyWork implements WorkCounts {

	private static final String COUNT = Flag.writtenOut(
			"""
					select count(*) filter (where r.status <> 'SUSPECT') as open,
					    count(*) filter (where r.status <> 'SUSPECT' and case when :me::uuid is null
					        then r.submitted_at >= :since
					        else exists (select from request_change c where c.request_id = r.id and c.at >= :since
					            and c.move in ('TAKE', 'ASSIGN', 'REOPEN')) end) as fresh,
					    count(*) filter (where r.status <> 'SUSPECT' and r.assignee is null) as unassigned,
					    count(*) filter (where {soon}) as soon, count(*) filter (where {late}) as late,
					    count(*) filter (where {message} or {answer} or {reply} or {question}) as written,
					    count(*) filter (where r.status = 'SUSPECT') as suspect,
					    (select count(*) from outgoing_mail where status = 'GIVEN_UP' and :me::uuid is null) as failed
					from second_opinion_request r
					where (r.status in ('NEW', 'IN_REVIEW', 'TO_COMPLETE', 'SUSPECT') or {asked}) and (:me::uuid is null or r.assignee = :me)
					""");

	private final JdbcClient jdbc;

	private final WorkingDays workingDays;

	private final Deadlines deadlines;

	private final CurrentClinic clinic;

	private final Clock clock;

	DailyWork(JdbcClient jdbc, WorkingDays workingDays, Deadlines deadlines, CurrentClinic clinic, Clock clock) {
		this.jdbc = jdbc;
		this.workingDays = workingDays;
		this.deadlines = deadlines;
		this.clinic = clinic;
		this.clock = clock;
	}

	@Override
	public WorkCount ofClinic() {
		return count(null);
	}

	@Override
	public WorkCount ofDoctor(UUID account) {
		return count(account);
	}

	private WorkCount count(@Nullable UUID me) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.clinic.now().timeZone());
		return this.jdbc.sql(COUNT)
			.param("me", me, Types.OTHER)
			.param("since", OffsetDateTime.ofInstant(this.workingDays.ago(1), ZoneOffset.UTC))
			.param("today", today)
			.param("soon", today.plusDays(Urgency.SOON_DAYS))
			.param("newDue", this.deadlines.due(Status.NEW))
			.param("reviewDue", this.deadlines.due(Status.IN_REVIEW))
			.param("completeDue", this.deadlines.due(Status.TO_COMPLETE))
			.query(WorkCount.class)
			.single();
	}

}
