package org.secondavis.doctor;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.CurrentClinic;
import org.secondavis.request.Situation.CancerSite;
import org.secondavis.request.Situation.Treatment;
import org.secondavis.staff.Role;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everybody who works at the clinic, and who of them can take on something, at once. */
@Component
public class Team {

	private static final int DAYS_AHEAD = 7;

	// what somebody declined or passed on is no burden any more; absences that overlap or
	// follow each other are one
	private static final String ALL = """
			select a.id, a.name, a.role, a.locked, p.cancer_sites, p.treatments, p.weekly_capacity,
			    coalesce(week.taken, 0) as taken, away.first_day, away.last_day
			from staff_account a
			left join doctor_profile p on p.account_id = a.id
			left join (
			    select r.assignee, count(distinct r.id) as taken
			    from request_change c
			    join second_opinion_request r on r.id = c.request_id
			    where c.move in ('TAKE', 'ASSIGN') and c.at >= :monday
			        and r.assignee::text = case c.move when 'TAKE' then c.author::text else c.detail end
			    group by r.assignee) week on week.assignee = a.id
			left join lateral (
			    select min(days.first_day) as first_day, max(days.last_day) as last_day from (
			        select b.first_day, b.last_day,
			            count(*) filter (where b.fresh) over (order by b.first_day, b.last_day) as period
			        from (
			            select c.first_day, c.last_day,
			                c.first_day > max(c.last_day) over (order by c.first_day, c.last_day
			                    rows between unbounded preceding and 1 preceding) + 1 as fresh
			            from absence c where c.doctor_id = a.id and c.last_day >= :today) b) days
			    group by days.period having min(days.first_day) <= :soon
			    order by min(days.first_day) limit 1) away on true
			order by a.name
			""";

	private final JdbcClient jdbc;

	private final CurrentClinic clinic;

	private final Clock clock;

	Team(JdbcClient jdbc, CurrentClinic clinic, Clock clock) {
		this.jdbc = jdbc;
		this.clinic = clinic;
		this.clock = clock;
	}

	/** Everybody by name, those whose accounts are locked included, in one statement. */
	public List<TeamMember> all() {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.clinic.now().timeZone());
		return this.jdbc.sql(ALL)
			.param("today", today)
			.param("soon", today.plusDays(DAYS_AHEAD))
			.param("monday", startOfWeek(today))
			.query((row, number) -> member(row))
			.list();
	}

	private OffsetDateTime startOfWeek(LocalDate today) {
		return today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
			.atStartOfDay(this.clinic.now().timeZone())
			.toOffsetDateTime();
	}

	private static TeamMember member(ResultSet row) throws SQLException {
		return new TeamMember(row.getObject("id", UUID.class), row.getString("name"),
				Role.valueOf(row.getString("role")), row.getBoolean("locked"),
				codes(CancerSite.class, row.getArray("cancer_sites")),
				codes(Treatment.class, row.getArray("treatments")), row.getObject("weekly_capacity", Integer.class),
				row.getInt("taken"), row.getObject("first_day", LocalDate.class),
				row.getObject("last_day", LocalDate.class));
	}

	private static <E extends Enum<E>> Set<E> codes(Class<E> type, @Nullable Array column) throws SQLException {
		Set<E> codes = EnumSet.noneOf(type);
		if (column != null) {
			for (String code : (String[]) column.getArray()) {
				codes.add(Enum.valueOf(type, code));
			}
		}
		return codes;
	}

}
