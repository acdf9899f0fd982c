package org.secondavis.queue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.secondavis.request.Status;

/** A work list of the queue: the requests that stand in certain statuses. */
enum Tab {

	OPEN(Status.NEW, Status.IN_REVIEW, Status.TO_COMPLETE), NEW(Status.NEW), IN_REVIEW(Status.IN_REVIEW),
	TO_COMPLETE(Status.TO_COMPLETE), SUSPECT(Status.SUSPECT), DELIVERED(Status.DELIVERED),
	ENDED(Status.DELIVERED, Status.REFERRED, Status.DUPLICATE, Status.CLOSED), REFERRED(Status.REFERRED),
	DUPLICATE(Status.DUPLICATE), CLOSED(Status.CLOSED), ALL(Status.values());

	private static final List<Tab> ALWAYS = List.of(OPEN, NEW, IN_REVIEW, TO_COMPLETE, SUSPECT, ENDED);

	private static final List<Tab> PARTS_OF_ENDED = List.of(DELIVERED, REFERRED, DUPLICATE, CLOSED);

	private final Set<Status> statuses;

	Tab(Status... statuses) {
		this.statuses = EnumSet.copyOf(Arrays.asList(statuses));
	}

	boolean isNamedBy(String code) {
		return counted().anyMatch(code::equals);
	}

	/** By what its requests are counted: a question makes work of what is delivered. */
	private Stream<String> counted() {
		Stream<String> names = this.statuses.stream().map(Enum::name);
		return (this == OPEN) ? Stream.concat(names, Stream.of("ASKED")) : names;
	}

	Set<Status> statuses() {
		return this.statuses;
	}

	public long count(Map<String, Long> counts) {
		return counted().mapToLong((code) -> counts.getOrDefault(code, 0L)).sum();
	}

	/**
	 * The tabs that are offered beside this one: how a request ended only matters to
	 * those who look at ended ones, all statuses together only to those who search.
	 */
	public List<Tab> shown(boolean searching) {
		return Arrays.stream(values())
			.filter((tab) -> ALWAYS.contains(tab) || tab == this || (tab == ALL && searching)
					|| (PARTS_OF_ENDED.contains(tab) && ENDED.statuses.containsAll(this.statuses)))
			.toList();
	}

}
