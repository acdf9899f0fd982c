package org.secondavis.queue;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.CurrentClinic;
import org.secondavis.clinic.WorkingDays;
import org.secondavis.csv.Csv;
import org.secondavis.request.Phone;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes all requests that a filter lets through as a table, in the order of the queue.
 * Each leaves as the database hands it out: however many there are, few are in memory.
 */
@Component
class QueueExport {

	private static final List<String> COLUMNS = List.of("reference", "received", "firstRead", "status", "statusSince",
			"age", "assignee", "birthName", "usedName", "firstName", "birthDate", "phone", "email", "helper",
			"helperPhone", "site", "stage", "planned", "flags", "papersMissing", "appointment");

	private static final int AT_A_TIME = 200;

	private static final String FLAGS = Stream.of(Flag.values())
		.map((flag) -> "case when {%1$s} then '%1$s' end".formatted(flag.code()))
		.collect(Collectors.joining(", ", "array_remove(array[", "], null) as flags"));

	private static final String ROWS = Flag.writtenOut(
			"""
					select r.reference, r.submitted_at, r.first_read_at, r.status, r.status_since, a.name as assignee,
					    r.birth_name, r.used_name, r.first_name, r.birth_date, r.phone, r.email,
					    case when r.helper_relieved_at is null then r.helper_name end as helper,
					    case when r.helper_relieved_at is null then r.helper_phone end as helper_phone,
					    r.cancer_site, r.care_stage, r.planned_treatment, {flags},
					    array(select needed.type from unnest(:essential::text[]) needed (type) where not exists (
					        select from paper p where p.request_id = r.id and p.type = needed.type and p.availability = 'HAVE')) as missing,
					    (select max(p.begins) from appointment p
					        where p.request_id = r.id and p.state in ('BOOKED', 'ARRIVED', 'MISSED')) as appointment
					from second_opinion_request r
					left join staff_account a on a.id = r.assignee
					cross join lateral (
					    select {soon} as soon, {late} as late, {unclaimed} as unclaimed, {written} as written) pressing
					where (r.status = any (:statuses::text[]) or :work and {asked}) and %s
					order by %s
					"""
				.replace("{flags}", FLAGS));

	private final Queue queue;

	private final WorkingDays workingDays;

	private final CurrentClinic clinic;

	private final MessageSource messages;

	QueueExport(Queue queue, WorkingDays workingDays, CurrentClinic clinic, MessageSource messages) {
		this.queue = queue;
		this.workingDays = workingDays;
		this.clinic = clinic;
		this.messages = messages;
	}

	/** Writes the table. The transaction holds the cursor that it is read from. */
	@Transactional(readOnly = true)
	void write(QueueFilter filter, OutputStream out, Locale language) throws IOException {
		MessageSourceAccessor words = new MessageSourceAccessor(this.messages, language);
		Csv csv = new Csv(out, this.clinic.now().timeZone());
		csv.line(COLUMNS.stream().map((column) -> words.getMessage("queue.export." + column)).toArray());
		RowCallbackHandler line = (row) -> csv.line(cells(row, words));
		this.queue.filtered(ROWS.formatted(Queue.FILTER, filter.sort().sql()), filter)
			.withFetchSize(AT_A_TIME)
			.query(line);
		csv.flush();
	}

	private @Nullable Object[] cells(ResultSet row, MessageSourceAccessor words) throws SQLException {
		Instant received = row.getObject("submitted_at", OffsetDateTime.class).toInstant();
		return new @Nullable Object[] { row.getString("reference"), received, moment(row, "first_read_at"),
				words.getMessage("Status." + row.getString("status")), moment(row, "status_since"),
				this.workingDays.since(received), row.getString("assignee"), row.getString("birth_name"),
				row.getString("used_name"), row.getString("first_name"), row.getObject("birth_date", LocalDate.class),
				phone(row, "phone"), row.getString("email"), row.getString("helper"), phone(row, "helper_phone"),
				words.getMessage("CancerSite." + row.getString("cancer_site")),
				words.getMessage("queue.stage." + row.getString("care_stage")),
				row.getObject("planned_treatment", LocalDate.class), list(row, "flags", "queue.flag.", words),
				list(row, "missing", "PaperType.", words), moment(row, "appointment") };
	}

	private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
		OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
		return (moment != null) ? moment.toInstant() : null;
	}

	private static @Nullable String phone(ResultSet row, String column) throws SQLException {
		String number = row.getString(column);
		return (number != null) ? new Phone(number).display() : null;
	}

	private static String list(ResultSet row, String column, String prefix, MessageSourceAccessor words)
			throws SQLException {
		return Arrays.stream((Object[]) row.getArray(column).getArray())
			.map((code) -> words.getMessage(prefix + code))
			.collect(Collectors.joining(" / "));
	}

}
