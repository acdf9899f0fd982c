package org.secondavis.referral;

import java.util.UUID;

import org.secondavis.settings.SettingArea;
import org.secondavis.settings.SettingHistory;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets staff look after the directory. Each change stands in the history of the settings;
 * whoever comes second overwrites nothing.
 */
@Service
class DirectoryEditing {

	private final Places places;

	private final SettingHistory history;

	DirectoryEditing(Places places, SettingHistory history) {
		this.places = places;
		this.history = history;
	}

	@Transactional
	void add(PlaceForm form, UUID by) {
		Place place = this.places.saveAndFlush(new Place(form));
		this.history.note(SettingArea.DIRECTORY, place.getName(), null, place.summary(), by);
	}

	/**
	 * @return whether it could be changed: not if somebody else has, meanwhile
	 */
	@Transactional
	boolean change(UUID id, PlaceForm form, UUID by) {
		Place place = this.places.findById(id).orElseThrow();
		if (place.revision() != form.revision()) {
			return false;
		}
		String before = place.summary();
		place.describe(form);
		this.places.saveAndFlush(place);
		this.history.note(SettingArea.DIRECTORY, place.getName(), before, place.summary(), by);
		return true;
	}

}
