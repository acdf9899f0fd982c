package org.secondavis.queue;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.secondavis.review.Twins;

/**
 * What makes a request stand out in the queue: a chip in words, and a filter. Each is a
 * condition on the request {@code r}.
 */
enum Flag {

	/** Its planned treatment is near. */
	SOON(open("r.planned_treatment between :today and :soon")),
	/** It has stood too long where it stands. */
	LATE(open("""
			r.status_since < case r.status when 'NEW' then :newDue when 'IN_REVIEW' then :reviewDue
			    else :completeDue end""")),
	/** It is new, and nobody has taken it for too long. */
	UNCLAIMED("(r.status = 'NEW' and r.assignee is null and r.status_since < :unclaimedFrom)"),
	/** The patient wrote something that nobody has seen. */
	MESSAGE("exists (select from message m where m.request_id = r.id and m.author is null and m.read_at is null)"),
	/** The patient answered about an appointment, and nobody has seen it. */
	ANSWER("""
			exists (select from appointment p where p.request_id = r.id and p.answered_at is not null
			    and p.answer_seen_at is null)"""),
	/** The patient answered about a paper, and nobody has seen it. */
	REPLY("""
			r.id in (select p.request_id from paper_telling t join paper p on p.id = t.paper_id
			    where t.told_by is null and t.seen_at is null)"""),
	/**
	 * Nobody answered what was proposed, or nobody has noted whether the patient came.
	 */
	UNSETTLED(
			open("""
					exists (select from appointment p where p.request_id = r.id
					    and (p.state = 'LAPSED' or (p.state = 'PROPOSED' and p.held_until <= :now) or (p.state = 'BOOKED' and p.ends < :now))
					    and not exists (select from appointment later where later.request_id = r.id and later.id > p.id))""")),
	/** The patient asked something about the opinion, and nobody has answered. */
	QUESTION("r.id in (select t.request_id from opinion_trace t where t.kind = 'WAITING')"),
	/** An essential paper is not at hand. */
	PAPERS(open("""
			(select count(*) from paper p where p.request_id = r.id and p.availability = 'HAVE'
			    and p.type = any (:essential::text[])) < cardinality(:essential::text[])""")),
	/** A mail could not be delivered. */
	MAIL("exists (select from outgoing_mail m where m.request_id = r.id and m.status = 'GIVEN_UP')"),
	/** It may be the same as another one. */
	TWIN(Twins.ANY);

	/** Conditions that are made of flags: their names and what they stand for. */
	private static final Map<String, String> MADE_OF_FLAGS = Map.of(
			// what is delivered is work again once the patient asks about it
			"{asked}", "(r.status = 'DELIVERED' and {question})",
			// the patient waits for somebody to look
			"{written}", "(r.status in ('NEW', 'IN_REVIEW', 'TO_COMPLETE') and ({message} or {answer} or {reply})"
					+ " or r.status = 'DELIVERED' and {question})");

	/** Whether {@code r} has the flag that is asked for; so it is, if none is. */
	static final String ASKED = Stream.of(values())
		.map((flag) -> "when '%s' then %s\n".formatted(flag, flag.sql))
		.collect(Collectors.joining("", "case :flag::text\n", "else true end"));

	private final String sql;

	Flag(String sql) {
		this.sql = sql;
	}

	private static String open(String sql) {
		return "(r.status in ('NEW', 'IN_REVIEW', 'TO_COMPLETE') and %s)".formatted(sql);
	}

	/**
	 * The statement, in which each flag stands for its condition, such as {@code {late}};
	 * and so do {@code {asked}} and {@code {written}}.
	 */
	static String writtenOut(String statement) {
		String sql = statement;
		for (Map.Entry<String, String> made : MADE_OF_FLAGS.entrySet()) {
			sql = sql.replace(made.getKey(), made.getValue());
		}
		for (Flag flag : values()) {
			sql = sql.replace("{" + flag.code() + "}", flag.sql);
		}
		return sql;
	}

	/** As it stands in the address. */
	public String code() {
		return name().toLowerCase(Locale.ROOT);
	}

}
