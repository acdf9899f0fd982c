package org.secondavis.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.Clinic;
import org.secondavis.clinic.ClosedPeriod;
import org.secondavis.clinic.ClosedPeriods;
import org.secondavis.clinic.CurrentClinic;
import org.secondavis.clinic.Dates;
import org.secondavis.clinic.Fact;
import org.secondavis.clinic.Language;
import org.secondavis.clinic.SettingGroup;
import org.secondavis.clinic.SettingGroups;
import org.secondavis.clinic.Target;
import org.secondavis.clinic.Targets;
import org.secondavis.staff.OvertakenException;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes what the clinic says of itself, its targets and its closed days. A change and
 * its line in the history stand or fall together; whoever comes second is told.
 */
@Component
@Transactional
class ClinicChanges {

	private static final Locale LANGUAGE_OF_HISTORY = Locale.FRENCH;

	private final SettingGroups groups;

	private final ClosedPeriods periods;

	private final SettingHistory history;

	private final Clinic configured;

	private final CurrentClinic clinic;

	private final Targets targets;

	private final MessageSource messages;

	private final Dates dates;

	ClinicChanges(SettingGroups groups, ClosedPeriods periods, SettingHistory history, Clinic configured,
			CurrentClinic clinic, Targets targets, MessageSource messages, Dates dates) {
		this.groups = groups;
		this.periods = periods;
		this.history = history;
		this.configured = configured;
		this.clinic = clinic;
		this.targets = targets;
		this.messages = messages;
		this.dates = dates;
	}

	/**
	 * Says facts anew.
	 * @param language the language in which they are said, none for the clinic's own
	 * @throws OvertakenException if facts were changed since the revision
	 */
	public void say(Map<Fact, String> facts, @Nullable Language language, String revision, UUID by) {
		SettingGroup group = asSeen(SettingGroup.CLINIC, revision);
		facts.forEach((fact, words) -> {
			String label = message("Fact." + fact);
			change(group, name(fact, language), words, otherwise(fact, language), SettingArea.FACTS,
					(language != null) ? message("facts.subject", label, language.name()) : label, by);
		});
		this.groups.save(group);
	}

	/** What is set of the facts, and what would be said otherwise. */
	public List<SettingLine> facts(@Nullable Language language) {
		Map<String, String> set = this.groups.findByPrefix(SettingGroup.CLINIC).values();
		return Stream.of(Fact.values())
			.filter((fact) -> language == null || Fact.TRANSLATED.contains(fact))
			.map((fact) -> new SettingLine(fact, otherwise(fact, language), set.get(name(fact, language))))
			.toList();
	}

	private static String name(Fact fact, @Nullable Language language) {
		return (language != null) ? fact.setting(language.tag()) : fact.setting();
	}

	/**
	 * What is said where nothing is set: in another language, perhaps the French words.
	 */
	private @Nullable String otherwise(Fact fact, @Nullable Language language) {
		String configured = fact.of(this.configured);
		String translated = (language != null) ? fact.of(this.configured.in(language.locale())) : configured;
		return (language != null && Objects.equals(translated, configured)) ? fact.of(this.clinic.now()) : translated;
	}

	/** The targets that are set, and those that are configured. */
	public List<SettingLine> targets() {
		Map<String, String> set = this.groups.findByPrefix(SettingGroup.TARGETS).values();
		return Stream.of(Target.values())
			.map((target) -> new SettingLine(target, String.valueOf(target.of(this.targets)),
					set.get(target.setting())))
			.toList();
	}

	/** What a form on these settings must carry for its changes to hold. */
	public int revision(String prefix) {
		return this.groups.findByPrefix(prefix).revision();
	}

	/**
	 * Sets targets.
	 * @throws OvertakenException if targets were changed since the revision
	 */
	public void aim(Map<Target, String> days, String revision, UUID by) {
		SettingGroup group = asSeen(SettingGroup.TARGETS, revision);
		days.forEach((target, number) -> change(group, target.setting(), number,
				String.valueOf(target.of(this.targets)), SettingArea.DEADLINES, message("Target." + target), by));
		this.groups.save(group);
	}

	/** Closes the clinic; the database sees to it that no day is closed twice. */
	public void close(ClosedPeriod period, UUID by) {
		this.periods.save(period);
		this.history.note(SettingArea.CLOSED_DAYS, period.getLabel(), null, days(period), by);
	}

	/**
	 * Opens the clinic again.
	 * @return whether somebody else had not done so already
	 */
	public boolean open(UUID id, UUID by) {
		ClosedPeriod period = this.periods.findById(id).orElse(null);
		if (period != null) {
			this.periods.delete(period);
			this.history.note(SettingArea.CLOSED_DAYS, period.getLabel(), days(period), null, by);
		}
		return period != null;
	}

	private SettingGroup asSeen(String prefix, String revision) {
		SettingGroup group = this.groups.findByPrefix(prefix);
		if (!revision.equals(String.valueOf(group.revision()))) {
			throw new OvertakenException();
		}
		return group;
	}

	private void change(SettingGroup group, String name, String words, @Nullable String configured, SettingArea area,
			String subject, UUID by) {
		String before = group.values().getOrDefault(name, "");
		if (!before.equals(words)) {
			group.put(name, words);
			this.history.note(area, subject, before.isEmpty() ? configured : before,
					words.isEmpty() ? configured : words, by);
		}
	}

	private String days(ClosedPeriod period) {
		return message("period", this.dates.date(period.getFirstDay(), LANGUAGE_OF_HISTORY),
				this.dates.date(period.getLastDay(), LANGUAGE_OF_HISTORY));
	}

	private String message(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LANGUAGE_OF_HISTORY);
	}

}
