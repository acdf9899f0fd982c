package org.secondavis.benchmark;

import java.time.Duration;
import java.util.stream.LongStream;

/**
 * A row of the table.
 *
 * @param what what was done
 * @param clients by how many at once
 * @param perSecond how often a second, all clients together
 * @param p50 how long half of them took at most
 * @param p99 how long all but one in a hundred took at most
 * @param errors how often it went wrong
 */
record Measured(String what, int clients, double perSecond, Duration p50, Duration p99, int errors) {

	static Measured of(String what, int clients, Duration elapsed, LongStream nanos, int errors) {
		long[] sorted = nanos.sorted().toArray();
		return new Measured(what, clients, sorted.length * 1e9 / elapsed.toNanos(), percentile(sorted, 50),
				percentile(sorted, 99), errors);
	}

	private static Duration percentile(long[] sorted, int percent) {
		return (sorted.length != 0) ? Duration.ofNanos(sorted[(sorted.length - 1) * percent / 100]) : Duration.ZERO;
	}

	/** The same, held to account for what went wrong before or after it. */
	Measured withErrorsOf(Measured other) {
		return new Measured(this.what, this.clients, this.perSecond, this.p50, this.p99, this.errors + other.errors);
	}

}
