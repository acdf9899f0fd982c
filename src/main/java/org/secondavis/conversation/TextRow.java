package org.secondavis.conversation;

import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A topic in the list of prepared texts.
 *
 * @param topic its key
 * @param name what the clinic calls it, none if it is one of ours
 * @param changed the tags of the languages in which the clinic has words of its own
 */
record TextRow(String topic, @Nullable String name, Set<String> changed) {
}
