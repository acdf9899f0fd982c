package org.secondavis.settings;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers who changed which setting, from what to what. A line is written once and
 * never altered.
 */
@Component
public class SettingHistory {

	private static final String NOTE = """
			insert into setting_change (id, area, about, subject, before, after, author, at)
			values (:id, :area, :about, :subject, :before, :after, :author, :at)
			""";

	private static final String PAGE = """
			select c.id, c.area, c.subject, c.before, c.after, a.name as author, c.at
			from setting_change c join staff_account a on a.id = c.author
			where c.area = any(:areas) and (:about::uuid is null or c.about = :about) and (:before::uuid is null or c.id < :before)
			order by c.id desc
			limit :limit
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	SettingHistory(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Notes a change, in the transaction that makes it; one that changes nothing is none.
	 * @param subject which setting of the area, in words; never a patient
	 * @param before what it was, none if it is new
	 * @param after what it becomes, none if it is removed
	 * @param by the account of who changes it
	 */
	public void note(SettingArea area, String subject, @Nullable String before, @Nullable String after, UUID by) {
		note(area, null, subject, before, after, by);
	}

	/**
	 * Notes a change of what is set for one member of the staff.
	 * @param about the account of that member, who may read it
	 * @see #note(SettingArea, String, String, String, UUID)
	 */
	public void note(SettingArea area, @Nullable UUID about, String subject, @Nullable String before,
			@Nullable String after, UUID by) {
		if (Objects.equals(before, after)) {
			return;
		}
		this.jdbc.sql(NOTE)
			.param("id", UuidCreator.getTimeOrderedEpoch())
			.param("area", area.name())
			.param("about", about)
			.param("subject", subject)
			.param("before", before)
			.param("after", after)
			.param("author", by)
			.param("at", OffsetDateTime.ofInstant(this.clock.instant(), ZoneOffset.UTC))
			.update();
	}

	/**
	 * The latest changes, newest first.
	 * @param about only those of what is set for this account
	 * @param before only those before the one with this key
	 */
	List<SettingChange> latest(Collection<SettingArea> areas, @Nullable UUID about, @Nullable UUID before, int limit) {
		return this.jdbc.sql(PAGE)
			.param("areas", areas.stream().map(Enum::name).toArray(String[]::new))
			.param("about", about)
			.param("before", before)
			.param("limit", limit)
			.query(new SimplePropertyRowMapper<>(SettingChange.class))
			.list();
	}

}
