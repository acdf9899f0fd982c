package org.secondavis.clinic;

import java.util.Map;
import java.util.function.ToIntFunction;

/** One of the targets, as administrators set it. */
public enum Target {

	/** Before somebody has a new request in hand. */
	UNCLAIMED("unclaimed", Targets::unclaimed),
	/** Under review. */
	IN_REVIEW("in-review", Targets::inReview),
	/** Waiting for the patient. */
	TO_COMPLETE("to-complete", Targets::toComplete);

	private final String setting;

	private final ToIntFunction<Targets> reader;

	Target(String setting, ToIntFunction<Targets> reader) {
		this.setting = setting;
		this.reader = reader;
	}

	/** The name of its setting, beneath that of all targets. */
	public String setting() {
		return this.setting;
	}

	/** The number of working days. */
	public int of(Targets targets) {
		return this.reader.applyAsInt(targets);
	}

	int in(Map<String, String> set, Targets configured) {
		String days = set.get(this.setting);
		return (days != null) ? Integer.parseInt(days) : of(configured);
	}

}
