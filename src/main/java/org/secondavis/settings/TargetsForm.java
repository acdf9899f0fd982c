package org.secondavis.settings;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.Target;

import org.springframework.validation.Errors;

/**
 * The targets that are typed. An empty field leaves one as it is configured.
 *
 * @param version the revision of what was set when the form was made
 * @param days the working days, by the code of the target
 */
record TargetsForm(String version, Map<String, String> days) {

	private static final int MOST_DAYS = 250;

	TargetsForm(@Nullable String version, @Nullable Map<String, String> days) {
		this.version = (version != null) ? version : "";
		Map<String, String> tidy = new HashMap<>();
		if (days != null) {
			days.forEach((code, number) -> tidy.put(code, (number != null) ? number.strip() : ""));
		}
		this.days = Map.copyOf(tidy);
	}

	/** A form that shows what is set. */
	static TargetsForm of(int revision, List<SettingLine> lines) {
		return new TargetsForm(String.valueOf(revision), SettingLine.set(lines));
	}

	void check(Errors errors) {
		targets().forEach((target, number) -> {
			if (!number.isEmpty() && !(number.matches("[1-9]\\d{0,2}") && Integer.parseInt(number) <= MOST_DAYS)) {
				errors.rejectValue("days[" + target + "]", "targets.wrong");
			}
		});
	}

	/** What is typed, by target. */
	Map<Target, String> targets() {
		Map<Target, String> targets = new EnumMap<>(Target.class);
		for (Target target : Target.values()) {
			String typed = this.days.get(target.name());
			if (typed != null) {
				targets.put(target, typed);
			}
		}
		return targets;
	}

}
