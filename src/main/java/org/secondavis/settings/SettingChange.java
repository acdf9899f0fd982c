package org.secondavis.settings;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A line of the history of the settings.
 *
 * @param id its key; a later line has a greater one
 * @param area the kind of setting
 * @param subject which one of them, in words
 * @param before what it was, none if it is new
 * @param after what it became, none if it was removed
 * @param author the name of who changed it
 * @param at when
 */
record SettingChange(UUID id, SettingArea area, String subject, @Nullable String before, @Nullable String after,
		String author, Instant at) {
}
