package org.secondavis.settings;

import java.util.List;
import java.util.stream.Stream;

import org.secondavis.staff.Right;
import org.secondavis.staff.Role;

/**
 * A kind of setting that a clinic changes in its pages. Each has a page of its own, built
 * by the module that uses the setting.
 */
public enum SettingArea {

	/** The clinic's facts, as the pages show them. */
	FACTS("etablissement", Right.SET_FACTS),
	/** Within how many working days a request should get on. */
	DEADLINES("delais", Right.SET_DEADLINES),
	/** Days on which the clinic is closed, besides public holidays. */
	CLOSED_DAYS("jours-fermes", Right.SET_CLOSED_DAYS),
	/** Prepared texts for messages to patients. */
	TEXTS("textes", Right.SET_TEXTS),
	/** Where else a patient can turn to. */
	DIRECTORY("annuaire", Right.SET_DIRECTORY),
	/** Specialties, capacity and absences; doctors change their own. */
	DOCTORS("medecins", Right.SET_DOCTORS),
	/** When doctors hold consultations; doctors change their own. */
	SLOTS("creneaux", Right.SET_SLOTS);

	private final String word;

	private final Right right;

	SettingArea(String word, Right right) {
		this.word = word;
		this.right = right;
	}

	/** The address of its page; all of its addresses begin with it. */
	public String path() {
		return "/admin/reglages/" + this.word;
	}

	/** What somebody in this role may open. */
	static List<SettingArea> openTo(Role role) {
		return Stream.of(values()).filter((area) -> area.right.roles().contains(role)).toList();
	}

}
