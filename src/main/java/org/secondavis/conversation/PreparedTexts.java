package org.secondavis.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Finds the words that a clinic has prepared for its messages. What a language lacks is
 * said in French.
 */
@Component
public class PreparedTexts {

	static final Locale FIRST = Locale.FRENCH;

	private final StoredTexts stored;

	private final MessageSource messages;

	PreparedTexts(StoredTexts stored, MessageSource messages) {
		this.stored = stored;
		this.messages = messages;
	}

	/** The topics that the clinic has added. */
	public List<OwnTopic> own() {
		return this.stored.findOwnTopics();
	}

	/** The words on one of our topics, placeholders open. */
	public String find(Topic topic, Locale language) {
		return find(topic.name(), language).orElseThrow();
	}

	/**
	 * The words on a topic by its key, placeholders open; empty if there is no such
	 * topic.
	 */
	public Optional<String> find(String key, Locale language) {
		List<PreparedText> all = this.stored.findByTopic(key);
		Optional<String> french = ours(key, FIRST);
		return in(all, language).or(() -> ours(key, language).filter((words) -> !words.equals(french.orElse(null))))
			.or(() -> in(all, FIRST))
			.or(() -> french)
			.or(() -> words(all).findFirst());
	}

	/** Our words on a topic; empty if it is one of the clinic's. */
	Optional<String> ours(String key, Locale language) {
		return Arrays.stream(Topic.values())
			.filter((topic) -> topic.name().equals(key))
			.findFirst()
			.map((topic) -> this.messages.getMessage(topic.textKey(), null, language));
	}

	private static Optional<String> in(List<PreparedText> all, Locale language) {
		return words(all.stream().filter((text) -> text.getLanguage().equals(language.toLanguageTag())).toList())
			.findFirst();
	}

	private static Stream<String> words(List<PreparedText> texts) {
		return texts.stream().flatMap((text) -> Stream.ofNullable(text.getText()));
	}

}
