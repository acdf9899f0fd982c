package org.secondavis.appointment;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.springframework.context.annotation.Primary;

/** A clock that a test sets; it begins on a Monday morning. */
@Primary
class SetClock extends Clock {

	static final Instant MORNING = Instant.parse("2026-11-23T09:00:00Z");

	private volatile Instant now = MORNING;

	void set(String instant) {
		this.now = Instant.parse(instant);
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException();
	}

}
