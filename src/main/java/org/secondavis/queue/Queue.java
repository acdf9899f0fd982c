package org.secondavis.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.CurrentClinic;
import org.secondavis.clinic.WorkingDays;
import org.secondavis.document.EssentialPapers;
import org.secondavis.request.Situation.CancerSite;
import org.secondavis.request.Situation.CareStage;
import org.secondavis.request.Status;
import org.secondavis.request.Untold;
import org.secondavis.review.Urgency;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the lists of requests that staff work through, two statements a page. */
@Component
class Queue {

	static final int PAGE_SIZE = 25;

	static final String FILTER = """
			(:site::text is null or r.cancer_site = :site)
			and (not :unassigned or r.assignee is null)
			and (:account::uuid is null or r.assignee = :account)
			and r.search like all (:words::text[])
			and %s
			""".formatted(Flag.ASKED);

	private static final String COUNTS = Flag.writtenOut(
			"""
					select r.status, count(*) filter (where %s) as found, count(*) as held,
					    count(*) filter (where r.assignee = :me) as mine, count(*) filter (where r.assignee is null) as unassigned
					from second_opinion_request r group by r.status
					union all select 'ASKED', count(*) filter (where %s), count(*),
					    count(*) filter (where r.assignee = :me), count(*) filter (where r.assignee is null)
					from second_opinion_request r where {asked}
					union all select 'GIVEN_UP', 0, count(*), 0, 0 from outgoing_mail where status = 'GIVEN_UP'
					"""
				.formatted(FILTER, FILTER));

	// The request that the reader comes from keeps its place in the order, even if the
	// filter lets it through no more: nothing is skipped or seen twice because others
	// came or went in the meantime. If nothing lies behind it any more, the last page
	// is shown.
	private static final String ROWS = Flag.writtenOut(
			"""
					with listed as (
					    select r.id, r.reference, fits.well,
					        count(*) filter (where fits.well) over (order by %s rows unbounded preceding) as position
					    from second_opinion_request r
					    cross join lateral (
					        select (r.status = any (:statuses::text[]) or :work and {asked}) and %s as well) fits
					    left join lateral (
					        select {soon} as soon, {late} as late, {unclaimed} as unclaimed, {written} as written) pressing
					        on fits.well or r.reference = :anchor
					    where fits.well or r.reference = :anchor),
					start as (
					    select case when :backwards then greatest(0, position - case when well then 1 else 0 end - :size)
					        when position < :total then position else :last end as after
					    from listed where reference = :anchor)
					select listed.position, r.reference, r.version, r.first_name, coalesce(r.used_name, r.birth_name) as last_name, r.submitted_at,
					    r.first_read_at is not null as read, r.status, r.status_since, r.planned_treatment, r.cancer_site, r.care_stage,
					    r.helper_name is not null and r.helper_relieved_at is null as by_helper,
					    {untold} as untold,
					    {message} as message, {answer} as answer, {reply} as reply, {question} as question,
					    (select min(m.day) from rcp m where m.request_id = r.id and m.state = 'PLANNED' and m.day <= :soon) as meeting, {unsettled} as unsettled, {unclaimed} as unclaimed, {twin} as twin, a.name as assignee, papers.at_hand, mails.state as mails
					from listed
					join second_opinion_request r on r.id = listed.id
					left join staff_account a on a.id = r.assignee
					cross join lateral (
					    select count(*) as at_hand from paper p
					    where p.request_id = r.id and p.availability = 'HAVE' and p.type = any (:essential::text[])) papers
					cross join lateral (
					    select case when bool_or(m.status = 'GIVEN_UP') then 'FAILED'
					        when bool_or(m.status = 'QUEUED') then 'WAITING'
					        when count(*) > 0 then 'SENT' end as state
					    from outgoing_mail m where m.request_id = r.id) mails
					where listed.well and listed.position > coalesce((select after from start), :offset)
					order by listed.position limit :size
					"""
				.replace("{untold}", Untold.sql()));

	private final JdbcClient jdbc;

	private final WorkingDays workingDays;

	private final Deadlines deadlines;

	private final CurrentClinic clinic;

	private final Clock clock;

	Queue(JdbcClient jdbc, WorkingDays workingDays, Deadlines deadlines, CurrentClinic clinic, Clock clock) {
		this.jdbc = jdbc;
		this.workingDays = workingDays;
		this.deadlines = deadlines;
		this.clinic = clinic;
		this.clock = clock;
	}

	/**
	 * A page of the requests that the filter lets through; the last one, if there are
	 * fewer.
	 */
	QueuePage find(QueueFilter filter) {
		Map<String, Long> counts = new HashMap<>();
		WorkLists lists = count(filter, counts);
		long total = filter.tab().count(counts);
		return new QueuePage((total > 0) ? rows(filter, total) : List.of(), counts, lists, total);
	}

	/** Counts what the filter lets through, and what there is without it. */
	private WorkLists count(QueueFilter filter, Map<String, Long> found) {
		Map<String, Long> held = new HashMap<>();
		RowCallbackHandler count = (row) -> {
			String status = row.getString("status");
			held.put(status, row.getLong("held"));
			if (row.getLong("found") > 0) {
				found.put(status, row.getLong("found"));
			}
			if (Tab.OPEN.isNamedBy(status)) {
				held.merge("open", row.getLong("held"), Long::sum);
				held.merge("mine", row.getLong("mine"), Long::sum);
				held.merge("unassigned", row.getLong("unassigned"), Long::sum);
			}
		};
		filtered(COUNTS, filter).param("me", filter.me()).query(count);
		return new WorkLists(held.getOrDefault("open", 0L), held.getOrDefault("mine", 0L),
				held.getOrDefault("unassigned", 0L), held.getOrDefault(Status.TO_COMPLETE.name(), 0L),
				held.getOrDefault(Status.SUSPECT.name(), 0L), held.getOrDefault("GIVEN_UP", 0L));
	}

	private List<QueueRow> rows(QueueFilter filter, long total) {
		long last = (total - 1) / PAGE_SIZE * PAGE_SIZE;
		return filtered(ROWS.formatted(filter.sort().sql(), FILTER), filter).param("anchor", filter.anchor())
			.param("backwards", filter.backwards())
			.param("size", PAGE_SIZE)
			.param("total", total)
			.param("last", last)
			.param("offset", Math.min((filter.page() - 1L) * PAGE_SIZE, last))
			.query((row, number) -> row(row))
			.list();
	}

	/** A statement with what {@link #FILTER}, flags and orders need. */
	JdbcClient.StatementSpec filtered(String sql, QueueFilter filter) {
		return this.jdbc.sql(sql)
			.param("statuses", names(filter.tab().statuses()))
			.param("work", filter.tab() == Tab.OPEN)
			.param("site", (filter.site() != null) ? filter.site().name() : null)
			.param("unassigned", filter.unassigned())
			.param("account", filter.account())
			.param("words", filter.words().stream().map(Queue::anywhere).toArray(String[]::new))
			.param("flag", (filter.flag() != null) ? filter.flag().name() : null)
			.param("essential", names(EssentialPapers.TYPES))
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("today", today())
			.param("soon", today().plusDays(Urgency.SOON_DAYS))
			.param("newDue", this.deadlines.due(Status.NEW))
			.param("reviewDue", this.deadlines.due(Status.IN_REVIEW))
			.param("completeDue", this.deadlines.due(Status.TO_COMPLETE))
			.param("unclaimedFrom", this.deadlines.unclaimedFrom());
	}

	private QueueRow row(ResultSet row) throws SQLException {
		Instant submittedAt = row.getObject("submitted_at", OffsetDateTime.class).toInstant();
		Status status = Status.valueOf(row.getString("status"));
		LocalDate planned = row.getObject("planned_treatment", LocalDate.class);
		boolean ended = status.hasEnded();
		int age = this.workingDays.since(submittedAt);
		int lateBy = this.deadlines.lateBy(status, row.getObject("status_since", OffsetDateTime.class).toInstant());
		return new QueueRow(row.getLong("position"), row.getString("reference"), row.getInt("version"),
				row.getString("first_name") + " " + row.getString("last_name"), submittedAt, row.getBoolean("read"),
				status, age, lateBy, row.getBoolean("unclaimed"), Urgency.of(planned, ended, today()), planned,
				CancerSite.valueOf(row.getString("cancer_site")), CareStage.valueOf(row.getString("care_stage")),
				row.getBoolean("by_helper"), row.getBoolean("untold"), row.getBoolean("message"),
				row.getBoolean("answer"), row.getBoolean("reply"), row.getBoolean("question"),
				row.getObject("meeting", LocalDate.class), row.getBoolean("unsettled"), row.getBoolean("twin"),
				EssentialPapers.TYPES.size() - row.getInt("at_hand"), row.getString("assignee"),
				mails(row.getString("mails")));
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.clinic.now().timeZone());
	}

	private static QueueRow.@Nullable MailState mails(@Nullable String state) {
		return (state != null) ? QueueRow.MailState.valueOf(state) : null;
	}

	private static String anywhere(String word) {
		return "%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%";
	}

	static String[] names(Collection<? extends Enum<?>> codes) {
		return codes.stream().map(Enum::name).toArray(String[]::new);
	}

}
