package org.secondavis.queue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

import org.secondavis.clinic.LiveSettings;
import org.secondavis.clinic.WorkingDays;
import org.secondavis.request.Status;

import org.springframework.stereotype.Component;

/** Says which requests have stood too long where they stand. */
@Component
class Deadlines {

	private final LiveSettings settings;

	private final WorkingDays workingDays;

	Deadlines(LiveSettings settings, WorkingDays workingDays) {
		this.settings = settings;
		this.workingDays = workingDays;
	}

	private int target(Status status) {
		return switch (status) {
			case NEW -> this.settings.now().answerDays();
			case IN_REVIEW -> this.settings.targets().inReview();
			case TO_COMPLETE -> this.settings.targets().toComplete();
			case SUSPECT, DELIVERED, REFERRED, DUPLICATE, CLOSED -> Integer.MAX_VALUE;
		};
	}

	/** The targets of open requests, in the order of their statuses. */
	List<Integer> targets() {
		return Stream.of(Status.values()).filter(Status::isOpen).map(this::target).toList();
	}

	/** By how many working days it is late, 0 if it is not. */
	int lateBy(Status status, Instant since) {
		return Math.max(0, this.workingDays.since(since) - target(status));
	}

	/** How many working days a new request may be in nobody's hands. */
	int unclaimed() {
		return this.settings.targets().unclaimed();
	}

	/** New requests that have been in nobody's hands since before this moment press. */
	OffsetDateTime unclaimedFrom() {
		return OffsetDateTime.ofInstant(this.workingDays.ago(unclaimed()), ZoneOffset.UTC);
	}

	/**
	 * What has stood there since before this moment is late; as the database takes it.
	 */
	OffsetDateTime due(Status status) {
		return OffsetDateTime.ofInstant(this.workingDays.ago(target(status)), ZoneOffset.UTC);
	}

}
