package org.secondavis.insight;

import java.util.List;
import java.util.Map;

/**
 * All figures of a period.
 *
 * @param period the days
 * @param received how many requests arrived
 * @param counts what was counted, by figure
 * @param delays how long it took
 */
record Board(Period period, long received, Map<Figure, List<Count>> counts, List<Delay> delays) {

	/** What was counted for a figure. */
	public List<Count> of(String figure) {
		return this.counts.getOrDefault(Figure.valueOf(figure), List.of());
	}

	/** How many of a figure there are. */
	public long total(String figure) {
		return of(figure).stream().mapToLong(Count::number).sum();
	}

	/** How many of a hundred a count is of its figure; 0 if there are none. */
	public long share(Count count) {
		long total = total(count.figure().name());
		return (total == 0) ? 0 : Math.round(100.0 * count.number() / total);
	}

}
