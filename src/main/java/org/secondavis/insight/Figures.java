package org.secondavis.insight;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.secondavis.clinic.CurrentClinic;

import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts. What concerns requests is about those that arrived within the period, wherever
 * they stand now, and leaves out what a robot may have sent.
 */
@Component
class Figures {

	private static final String ARRIVED = """
			with arrived as (
			    select r.*, o.outcome, o.delivered_at from second_opinion_request r
			    left join opinion o on o.request_id = r.id and o.delivered_at is not null
			    where r.submitted_at >= :begins and r.submitted_at < :ends and r.status <> 'SUSPECT')
			""";

	private static final String COUNTS = ARRIVED
			+ """
					select 'WEEK' as figure, to_char(date_trunc('week', submitted_at at time zone :zone), 'YYYY-MM-DD') as item,
					    count(*) as number from arrived group by item
					union all
					select 'OUTCOME', case when status in ('NEW', 'IN_REVIEW', 'TO_COMPLETE') then 'OPEN'
					    when status = 'DELIVERED' then outcome
					    when status = 'CLOSED' then coalesce('CLOSED_' || (
					        select c.detail from request_change c where c.request_id = arrived.id and c.move = 'CLOSE'
					        order by c.at desc limit 1), 'CLOSED_OTHER')
					    else status end as item, count(*) from arrived group by item
					union all
					select 'SITE', cancer_site, count(*) from arrived group by cancer_site
					union all
					select 'STAGE', care_stage, count(*) from arrived group by care_stage
					union all
					select 'SENDER', case when helper_name is not null then helper_relation else 'PATIENT' end as item, count(*)
					from arrived group by item
					union all
					select 'APPOINTMENT', case when state = 'BOOKED' and ends > :now then 'TO_COME' else state end as item, count(*)
					from appointment where begins >= :begins and begins < :ends and state in ('BOOKED', 'ARRIVED', 'MISSED', 'CANCELLED')
					group by item
					union all
					select 'MAIL', status, count(*) from outgoing_mail where queued_at >= :begins and queued_at < :ends group by status
					union all
					select 'WAITING', case when age < 3 then 'DAYS_3' when age < 8 then 'DAYS_8' when age < 15 then 'DAYS_15'
					    when age < 31 then 'DAYS_31' else 'LONGER' end as item, count(*)
					from (select extract(epoch from cast(:now as timestamptz) - submitted_at) / 86400 as age from second_opinion_request
					    where status in ('NEW', 'IN_REVIEW', 'TO_COMPLETE')) open group by item
					""";

	private static final String DELAYS = ARRIVED + """
			, taken as (
			    select 'FIRST_READING' as step, first_read_at - submitted_at as time from arrived
			    union all
			    select 'APPOINTMENT', (select min(a.begins) from appointment a where a.request_id = arrived.id
			        and a.state in ('BOOKED', 'ARRIVED')) - submitted_at from arrived
			    union all
			    select 'OPINION', delivered_at - submitted_at from arrived)
			select step, count(time) as reached,
			    percentile_cont(0.5) within group (order by extract(epoch from time) / 86400) as median,
			    percentile_cont(0.9) within group (order by extract(epoch from time) / 86400) as ninth
			from taken group by step
			""";

	private static final List<String> STEPS = List.of("FIRST_READING", "APPOINTMENT", "OPINION");

	private static final List<String> AGES = List.of("DAYS_3", "DAYS_8", "DAYS_15", "DAYS_31", "LONGER");

	private final JdbcClient jdbc;

	private final CurrentClinic clinic;

	private final Clock clock;

	Figures(JdbcClient jdbc, CurrentClinic clinic, Clock clock) {
		this.jdbc = jdbc;
		this.clinic = clinic;
		this.clock = clock;
	}

	/** Today, where the clinic is. */
	LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), zone());
	}

	@Transactional(readOnly = true)
	Board of(Period period) {
		Map<Figure, List<Count>> counts = ask(COUNTS, period, Count.class).stream()
			.collect(Collectors.groupingBy(Count::figure, () -> new EnumMap<>(Figure.class), Collectors.toList()));
		counts.replaceAll((figure, found) -> found.stream()
			.sorted(Comparator.comparing(Count::number).reversed().thenComparing(Count::item))
			.toList());
		long received = counts.getOrDefault(Figure.WEEK, List.of()).stream().mapToLong(Count::number).sum();
		counts.put(Figure.WEEK, complete(Figure.WEEK, period.weeks().map(LocalDate::toString).toList(), counts));
		counts.put(Figure.WAITING, complete(Figure.WAITING, AGES, counts));
		List<Delay> delays = ask(DELAYS, period, Delay.class).stream()
			.sorted(Comparator.comparing((delay) -> STEPS.indexOf(delay.step())))
			.toList();
		return new Board(period, received, counts, delays);
	}

	// a week in which nothing arrived is one of the weeks too
	private static List<Count> complete(Figure figure, List<String> items, Map<Figure, List<Count>> counts) {
		Map<String, Count> found = counts.getOrDefault(figure, List.of())
			.stream()
			.collect(Collectors.toMap(Count::item, Function.identity()));
		return items.stream().map((item) -> found.getOrDefault(item, new Count(figure, item, 0))).toList();
	}

	private <T> List<T> ask(String sql, Period period, Class<T> row) {
		return this.jdbc.sql(sql)
			.param("begins", period.begins(zone()))
			.param("ends", period.ends(zone()))
			.param("zone", zone().getId())
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.query(new SimplePropertyRowMapper<>(row))
			.list();
	}

	private ZoneId zone() {
		return this.clinic.now().timeZone();
	}

}
