package org.secondavis.referral;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import org.secondavis.request.Situation.CancerSite;

/** Tells where else a patient can turn to. */
@Component
public class Directory {

	private final Places places;

	Directory(Places places) {
		this.places = places;
	}

	/** All places in use: those for this cancer first, then those for every one. */
	public List<Place> forSite(CancerSite site) {
		return this.places.findActive()
			.stream()
			.sorted(Comparator.comparing((Place place) -> place.serves(site) ? 0 : (place.servesAll() ? 1 : 2)))
			.toList();
	}

	/** A place that is in use. */
	public Optional<Place> find(UUID id) {
		return this.places.findById(id).filter(Place::isActive);
	}

}
