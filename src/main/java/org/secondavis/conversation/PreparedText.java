package org.secondavis.conversation;

import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * The clinic's own words on a topic, in one language. Where it went back to ours the row
 * stays, so that its revision never comes twice.
 */
@Entity
class PreparedText {

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	private String topic;

	private @Nullable String name;

	private String language;

	private @Nullable String text;

	@SuppressWarnings("NullAway.Init")
	protected PreparedText() {
	}

	/**
	 * Words on a topic.
	 * @param name what the clinic calls the topic, none if it is one of ours
	 */
	PreparedText(String topic, @Nullable String name, String language, String text) {
		this.id = UuidCreator.getTimeOrderedEpoch();
		this.topic = topic;
		this.name = name;
		this.language = language;
		this.text = text;
	}

	/** Says it in other words. */
	void reword(String words) {
		this.text = words;
	}

	/** Says it in our words again. */
	void forget() {
		this.text = null;
	}

	/** What a form must carry for its words to be taken. */
	int revision() {
		return (this.version != null) ? this.version : 0;
	}

	String getTopic() {
		return this.topic;
	}

	@Nullable String getName() {
		return this.name;
	}

	String getLanguage() {
		return this.language;
	}

	/** The words; none if ours are used. */
	@Nullable String getText() {
		return this.text;
	}

}
