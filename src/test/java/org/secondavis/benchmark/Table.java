package org.secondavis.benchmark;

import java.util.Locale;

/** The table, printed row by row as it comes about, and whether anything went wrong. */
final class Table {

	private boolean faultless = true;

	Table(String facts) {
		System.out.println(facts);
		System.out.println();
		System.out.println("| what | clients | per second | p50 ms | p99 ms | errors |");
		System.out.println("|---|---:|---:|---:|---:|---:|");
	}

	void add(Measured row) {
		System.out.printf(Locale.ROOT, "| %s | %d | %.1f | %.1f | %.1f | %d |%n", row.what(), row.clients(),
				row.perSecond(), row.p50().toNanos() / 1e6, row.p99().toNanos() / 1e6, row.errors());
		this.faultless &= row.errors() == 0 && row.perSecond() > 0;
	}

	void add(String fact) {
		System.out.printf("| %s | | | | | |%n", fact);
	}

	void fail(String why) {
		System.err.println("benchmark: " + why);
		this.faultless = false;
	}

	boolean isFaultless() {
		return this.faultless;
	}

}
