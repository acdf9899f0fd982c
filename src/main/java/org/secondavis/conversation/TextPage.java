package org.secondavis.conversation;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.Language;

/**
 * A prepared text as staff see it.
 *
 * @param topic its key
 * @param name what the clinic calls it, none if the topic is one of ours
 * @param language in which language
 * @param revision what a form must carry; none if nothing is stored
 * @param topicRevision what a form must carry that removes the topic
 * @param text the words that are used now
 * @param changed whether they are the clinic's own
 * @param elsewhere the words on a topic of the clinic's own in each language in which
 * there are some
 * @param languages all in which there can be words
 */
record TextPage(String topic, @Nullable String name, Language language, @Nullable Integer revision,
		String topicRevision, String text, boolean changed, Map<String, String> elsewhere, List<Language> languages) {
}
