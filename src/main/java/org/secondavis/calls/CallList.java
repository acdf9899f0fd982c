package org.secondavis.calls;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.CurrentClinic;
import org.secondavis.conversation.CallOutcome;
import org.secondavis.request.Contact.Person;
import org.secondavis.request.Contact.TimeOfDay;
import org.secondavis.request.Phone;
import org.secondavis.request.Untold;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds whom to call today, in one statement. */
@Component
class CallList {

	static final int PAGE_SIZE = 50;

	/**
	 * Calls that were meant for today or earlier; patients who are to be told of their
	 * helper; patients with news that no mail can bring: none was heard since the request
	 * came or papers were asked for otherwise than by telephone, a message waits unread,
	 * a mail was given up. A call that is planned for later puts all of this off. Of
	 * ended requests only those count whose last message was lost on its way.
	 */
	private static final String ROWS = """
			with lost as (
			    select request_id, max(queued_at) as at from outgoing_mail
			    where status = 'GIVEN_UP' and recipient = 'PATIENT' and template = 'message' group by request_id),
			listed as (
			    select r.*, r.status in ('NEW', 'IN_REVIEW', 'TO_COMPLETE') as open,
			        r.email is null or r.links_revoked_at is not null as mailless,
			        r.helper_name is not null and r.helper_relieved_at is null as helped
			    from second_opinion_request r left join lost on lost.request_id = r.id
			    where r.status in ('NEW', 'IN_REVIEW', 'TO_COMPLETE') or lost.at >= r.status_since),
			found as (
			    select r.*, due.next_day, due.next_time, latest.id as latest_id, latest.outcome, latest.written_at,
			        r.open and due.next_day is not null as is_due, %s as untold,
			        (r.mailless and (reached.at is null or (r.status = 'TO_COMPLETE' and reached.at < r.status_since
			                and (select c.told from request_change c where c.request_id = r.id and c.move = 'COMPLETE'
			                    order by c.at desc, c.id desc limit 1) is distinct from 'CALL')
			            or exists (select from message m where m.request_id = r.id and m.author is not null
			                and m.read_at is null and (reached.at is null or reached.at < m.written_at))))
			            or exists (select from outgoing_mail m where m.request_id = r.id and m.status = 'GIVEN_UP'
			                and m.recipient = 'PATIENT' and (reached.at is null or reached.at < m.queued_at)) as news
			    from listed r
			    left join lateral (select c.next_day, c.next_time from phone_call c where c.request_id = r.id
			        and (c.outcome = 'REACHED' or c.next_day is not null)
			        order by c.written_at desc, c.id desc limit 1) due on true
			    left join lateral (select c.id, c.outcome, c.written_at from phone_call c where c.request_id = r.id
			        order by c.written_at desc, c.id desc limit 1) latest on true
			    left join lateral (select max(c.written_at) as at from phone_call c where c.request_id = r.id
			        and c.outcome = 'REACHED') reached on true
			    where (r.phone is not null or (r.helped and r.helper_phone is not null))
			        and coalesce(due.next_day, :today) <= :today)
			select reference, first_name, coalesce(used_name, birth_name) as last_name, phone,
			    case when helped then helper_name end as helper, case when helped then helper_phone end as helper_phone,
			    case when helped and (contact_first = 'HELPER' or phone is null) then 'HELPER' else 'PATIENT' end as person,
			    contact_times, next_time, voicemail, is_due, untold, news, next_day, latest_id, outcome, written_at,
			    count(*) over () as total
			from found where is_due or untold or news
			order by coalesce(array_position(array['MORNING', 'NOON', 'AFTERNOON', 'EVENING'], next_time),
			        (select min(array_position(array['MORNING', 'NOON', 'AFTERNOON', 'EVENING'], wished))
			            from unnest(contact_times) wished), 5),
			    next_day nulls last, submitted_at, id
			limit :limit offset :offset
			"""
		.formatted(Untold.sql());

	private final JdbcClient jdbc;

	private final CurrentClinic clinic;

	private final Clock clock;

	CallList(JdbcClient jdbc, CurrentClinic clinic, Clock clock) {
		this.jdbc = jdbc;
		this.clinic = clinic;
		this.clock = clock;
	}

	/** A page of them; the first, if there is no such page. */
	CallPage page(int number) {
		AtomicLong total = new AtomicLong();
		List<CallRow> rows = read(number, total);
		if (rows.isEmpty() && number > 1) {
			return page(1);
		}
		return new CallPage(rows, total.get(), Math.max(1, number),
				(int) Math.max(1, (total.get() + PAGE_SIZE - 1) / PAGE_SIZE));
	}

	private List<CallRow> read(int number, AtomicLong total) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.clinic.now().timeZone());
		return this.jdbc.sql(ROWS)
			.param("today", today)
			.param("limit", PAGE_SIZE)
			.param("offset", (Math.max(1, number) - 1L) * PAGE_SIZE)
			.query((row, index) -> {
				total.set(row.getLong("total"));
				return row(row, today);
			})
			.list();
	}

	private static CallRow row(ResultSet row, LocalDate today) throws SQLException {
		LocalDate due = row.getObject("next_day", LocalDate.class);
		OffsetDateTime latestAt = row.getObject("written_at", OffsetDateTime.class);
		return new CallRow(row.getString("reference"), row.getString("first_name") + " " + row.getString("last_name"),
				of(row.getString("phone"), Phone::new), row.getString("helper"),
				of(row.getString("helper_phone"), Phone::new), Person.valueOf(row.getString("person")),
				times(row.getArray("contact_times")), of(row.getString("next_time"), TimeOfDay::valueOf),
				row.getObject("voicemail", Boolean.class), reasons(row), due, due != null && due.isBefore(today),
				Objects.requireNonNullElse(row.getString("latest_id"), ""),
				of(row.getString("outcome"), CallOutcome::valueOf), instant(latestAt));
	}

	private static List<CallRow.WhyCall> reasons(ResultSet row) throws SQLException {
		List<CallRow.WhyCall> reasons = new ArrayList<>();
		if (row.getBoolean("is_due")) {
			reasons.add(CallRow.WhyCall.DUE);
		}
		if (row.getBoolean("untold")) {
			reasons.add(CallRow.WhyCall.UNTOLD);
		}
		if (row.getBoolean("news")) {
			reasons.add(CallRow.WhyCall.NEWS);
		}
		return reasons;
	}

	private static List<TimeOfDay> times(Array times) throws SQLException {
		return Arrays.stream((String[]) times.getArray()).map(TimeOfDay::valueOf).toList();
	}

	private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
		return (time != null) ? time.toInstant() : null;
	}

	private static <T> @Nullable T of(@Nullable String column, Function<String, T> reading) {
		return (column != null) ? reading.apply(column) : null;
	}

}
