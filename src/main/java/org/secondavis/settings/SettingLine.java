package org.secondavis.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A setting as its page shows it.
 *
 * @param code which one it is
 * @param configured what holds where nothing is set, none if nothing is configured
 * @param set what is set in the pages, if anything is
 */
record SettingLine(Enum<?> code, @Nullable String configured, @Nullable String set) {

	/** What holds now. */
	public @Nullable String current() {
		return (this.set != null) ? this.set : this.configured;
	}

	/** What a form shows of them: what is set, by the code. */
	static Map<String, String> set(List<SettingLine> lines) {
		Map<String, String> words = new HashMap<>();
		lines.forEach((line) -> words.put(line.code.name(), (line.set != null) ? line.set : ""));
		return words;
	}

}
