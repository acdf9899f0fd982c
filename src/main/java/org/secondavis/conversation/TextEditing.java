package org.secondavis.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.Language;
import org.secondavis.clinic.Languages;
import org.secondavis.settings.SettingArea;
import org.secondavis.settings.SettingHistory;
import org.secondavis.staff.OvertakenException;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets staff put the prepared texts into the clinic's own words. Each change stands in
 * the history of the settings; whoever comes second overwrites nothing.
 */
@Service
class TextEditing {

	private final StoredTexts stored;

	private final PreparedTexts texts;

	private final Languages languages;

	private final SettingHistory history;

	private final MessageSource messages;

	TextEditing(StoredTexts stored, PreparedTexts texts, Languages languages, SettingHistory history,
			MessageSource messages) {
		this.stored = stored;
		this.texts = texts;
		this.languages = languages;
		this.history = history;
		this.messages = messages;
	}

	/** All topics: ours, then the clinic's by name. */
	@Transactional(readOnly = true)
	List<TextRow> rows() {
		Map<String, TextRow> own = new TreeMap<>();
		Map<String, TextRow> ours = new TreeMap<>();
		Arrays.stream(Topic.values())
			.forEach((topic) -> ours.put(topic.name(), new TextRow(topic.name(), null, new TreeSet<>())));
		for (PreparedText text : this.stored.findAllByOrderByName()) {
			TextRow row = (text.getName() == null) ? ours.get(text.getTopic())
					: own.computeIfAbsent(text.getName() + text.getTopic(),
							(key) -> new TextRow(text.getTopic(), text.getName(), new TreeSet<>()));
			if (row != null && text.getText() != null) {
				row.changed().add(text.getLanguage());
			}
		}
		return Stream
			.concat(Arrays.stream(Topic.values()).map((topic) -> ours.get(topic.name())), own.values().stream())
			.toList();
	}

	/** A text as it is now; empty if there is no such topic or language. */
	@Transactional(readOnly = true)
	Optional<TextPage> page(String topic, String tag) {
		List<PreparedText> all = this.stored.findByTopic(topic);
		Optional<PreparedText> own = all.stream().filter((text) -> text.getLanguage().equals(tag)).findFirst();
		return this.languages.find(tag)
			.flatMap((language) -> this.texts.find(topic, language.locale())
				.map((words) -> new TextPage(topic, nameOf(all), language, own.map(PreparedText::revision).orElse(null),
						revision(all), words, own.map(PreparedText::getText).isPresent(), elsewhere(all),
						this.languages.all())));
	}

	/** Takes other words. */
	@Transactional
	void reword(TextPage page, TextForm form, UUID by) {
		PreparedText text = asSeen(page, form);
		if (text == null) {
			text = new PreparedText(page.topic(), page.name(), page.language().tag(), form.text());
		}
		text.reword(form.text());
		this.stored.saveAndFlush(text);
		this.history.note(SettingArea.TEXTS, subject(page), page.text(), form.text(), by);
	}

	/** Goes back to our words; a topic of the clinic's own goes as a whole. */
	@Transactional
	void forget(TextPage page, TextForm form, UUID by) {
		if (page.name() != null) {
			remove(page, form, by);
			return;
		}
		PreparedText text = asSeen(page, form);
		if (text != null) {
			text.forget();
			this.stored.saveAndFlush(text);
			this.history.note(SettingArea.TEXTS, subject(page), page.text(),
					this.texts.ours(page.topic(), page.language().locale()).orElse(null), by);
		}
	}

	/** Whoever removes a topic has seen it in each of its languages. */
	private void remove(TextPage page, TextForm form, UUID by) {
		List<PreparedText> all = this.stored.findByTopic(page.topic());
		if (!revision(all).equals(form.topicVersion())) {
			throw new OvertakenException();
		}
		this.stored.deleteAll(all);
		all.forEach((text) -> this.history.note(SettingArea.TEXTS, "%s (%s)".formatted(page.name(), language(text)),
				text.getText(), null, by));
	}

	/** Adds a topic of the clinic's own; its first words are French. */
	@Transactional
	String add(TextForm form, UUID by) {
		String topic = UUID.randomUUID().toString();
		Language first = this.languages.all().get(0);
		this.stored.saveAndFlush(new PreparedText(topic, form.name(), first.tag(), form.text()));
		this.history.note(SettingArea.TEXTS, "%s (%s)".formatted(form.name(), first.name()), null, form.text(), by);
		return topic;
	}

	private @Nullable PreparedText asSeen(TextPage page, TextForm form) {
		Optional<PreparedText> stored = this.stored.findByTopicAndLanguage(page.topic(), page.language().tag());
		if (stored.map(PreparedText::revision).orElse(-1) != form.revision()) {
			throw new OvertakenException();
		}
		return stored.orElse(null);
	}

	private static String revision(List<PreparedText> all) {
		return all.stream()
			.map((text) -> text.getLanguage() + ":" + text.revision())
			.sorted()
			.collect(Collectors.joining(" "));
	}

	private static @Nullable String nameOf(List<PreparedText> all) {
		return all.stream().flatMap((text) -> Stream.ofNullable(text.getName())).findFirst().orElse(null);
	}

	private Map<String, String> elsewhere(List<PreparedText> all) {
		Map<String, String> words = new TreeMap<>();
		all.stream()
			.filter((text) -> text.getName() != null && text.getText() != null)
			.forEach((text) -> words.put(language(text), Objects.requireNonNull(text.getText())));
		return words;
	}

	private String language(PreparedText text) {
		return this.languages.find(text.getLanguage()).map(Language::name).orElse(text.getLanguage());
	}

	private String subject(TextPage page) {
		String name = (page.name() != null) ? page.name()
				: this.messages.getMessage("Topic." + page.topic(), null, Locale.FRENCH);
		return "%s (%s)".formatted(name, page.language().name());
	}

}
