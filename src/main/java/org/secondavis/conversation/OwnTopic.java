package org.secondavis.conversation;

/**
 * A topic that the clinic has added.
 *
 * @param key names it
 * @param name what the clinic calls it
 */
public record OwnTopic(String key, String name) {
}
