package org.secondavis.review;

import org.secondavis.request.Status;

/**
 * Finds requests that may come from the same person. Only people can tell; what they once
 * kept apart is not brought up again.
 */
public final class Twins {

	/**
	 * Whether {@code d} may be the same as {@code r}. Names that share three of ten
	 * groups of letters are close: Marie Dupont and Dupont-Martin Marie are, Anne Petit
	 * is not.
	 */
	private static final String SAME = """
			d.id <> r.id and d.status <> 'DUPLICATE'
			and (d.birth_date = r.birth_date and similarity(d.name_key, r.name_key) >= 0.3
			    or d.phone = r.phone or lower(d.email) = lower(r.email))
			and not exists (select from request_change c
			    where c.request_id = r.id and c.move = 'KEEP_APART' and c.detail = d.reference)""";

	/** Whether there is one for {@code r}; of a request that has ended nobody asks. */
	public static final String ANY = """
			r.status in ('SUSPECT', 'NEW', 'IN_REVIEW', 'TO_COMPLETE')
			and exists (select from second_opinion_request d where %s)""".formatted(SAME);

	/**
	 * Those that may be the same as the request {@code :id}, the oldest first; ten at
	 * most.
	 */
	static final String OF = """
			select d.reference, d.status
			from second_opinion_request r join second_opinion_request d on %s
			where r.id = :id and r.status in ('SUSPECT', 'NEW', 'IN_REVIEW', 'TO_COMPLETE')
			order by d.submitted_at limit 10
			""".formatted(SAME);

	private Twins() {
	}

	/**
	 * A request that may be the same.
	 *
	 * @param reference its reference
	 * @param status where it stands
	 */
	record Twin(String reference, Status status) {
	}

}
