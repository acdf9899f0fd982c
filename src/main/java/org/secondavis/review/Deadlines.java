package org.secondavis.review;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.secondavis.clinic.Clinic;
import org.secondavis.clinic.WorkingDays;
import org.secondavis.request.Status;

import org.springframework.stereotype.Component;

/** Says which requests have stood too long where they stand. */
@Component
class Deadlines {

	private final Map<Status, Integer> targets;

	private final WorkingDays workingDays;

	Deadlines(Clinic clinic, Targets targets, WorkingDays workingDays) {
		this.targets = Map.of(Status.NEW, clinic.answerDays(), Status.IN_REVIEW, targets.inReview(), Status.TO_COMPLETE,
				targets.toComplete());
		this.workingDays = workingDays;
	}

	private int target(Status status) {
		return this.targets.getOrDefault(status, Integer.MAX_VALUE);
	}

	/** The targets of open requests, in the order of their statuses. */
	List<Integer> targets() {
		return Stream.of(Status.values()).filter(Status::isOpen).map(this::target).toList();
	}

	/** By how many working days it is late, 0 if it is not. */
	int lateBy(Status status, Instant since) {
		return Math.max(0, this.workingDays.since(since) - target(status));
	}

	/**
	 * What has stood there since before this moment is late; as the database takes it.
	 */
	OffsetDateTime due(Status status) {
		return OffsetDateTime.ofInstant(this.workingDays.ago(target(status)), ZoneOffset.UTC);
	}

}
