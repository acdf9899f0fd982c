package org.secondavis.referral;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.secondavis.settings.SettingArea;
import org.secondavis.settings.SettingHistory;
import org.secondavis.staff.OvertakenException;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets staff look after the directory. Each change stands in the history of the settings;
 * whoever comes second overwrites nothing.
 */
@Service
class DirectoryEditing {

	private static final Locale LANGUAGE_OF_HISTORY = Locale.FRENCH;

	private final Places places;

	private final SettingHistory history;

	private final MessageSource messages;

	DirectoryEditing(Places places, SettingHistory history, MessageSource messages) {
		this.places = places;
		this.history = history;
		this.messages = messages;
	}

	@Transactional
	void add(PlaceForm form, UUID by) {
		Place place = this.places.saveAndFlush(new Place(form));
		this.history.note(SettingArea.DIRECTORY, place.getName(), null, summary(place), by);
	}

	/**
	 * Takes what staff say of it.
	 * @throws OvertakenException if somebody else has changed it, meanwhile
	 */
	@Transactional
	void change(UUID id, PlaceForm form, UUID by) {
		Place place = this.places.findById(id).orElseThrow();
		if (place.revision() != form.revision()) {
			throw new OvertakenException();
		}
		String before = summary(place);
		place.describe(form);
		this.places.saveAndFlush(place);
		this.history.note(SettingArea.DIRECTORY, place.getName(), before, summary(place), by);
	}

	/** All that is known of it. */
	private String summary(Place place) {
		String sites = place.getCancerSites()
			.stream()
			.map((site) -> word("CancerSite." + site))
			.collect(Collectors.joining(" ; "));
		return Stream
			.of(place.getName(), place.getPurpose(), place.getAddress(), place.getPhone(), place.getWebsite(),
					place.getLanguages(), sites, place.isActive() ? "" : word("place.inactive"))
			.filter((line) -> line != null && !line.isEmpty())
			.collect(Collectors.joining("\n"));
	}

	private String word(String key) {
		return this.messages.getMessage(key, null, LANGUAGE_OF_HISTORY);
	}

}
