package org.secondavis.settings;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.secondavis.staff.Role;

/**
 * A kind of setting that a clinic changes in its pages. Each has a page of its own, built
 * by the module that uses the setting.
 */
public enum SettingArea {

	/** The clinic's facts, as the pages show them. */
	FACTS("etablissement", Role.ADMIN),
	/** Within how many working days a request should get on. */
	DEADLINES("delais", Role.ADMIN),
	/** Days on which the clinic is closed, besides public holidays. */
	CLOSED_DAYS("jours-fermes", Role.ADMIN),
	/** Prepared texts for messages to patients. */
	TEXTS("textes", Role.ADMIN, Role.SECRETARIAT),
	/** Where else a patient can turn to. */
	DIRECTORY("annuaire", Role.ADMIN, Role.SECRETARIAT),
	/** Specialties, capacity and absences; doctors change their own. */
	DOCTORS("medecins", Role.ADMIN, Role.SECRETARIAT, Role.DOCTOR),
	/** When doctors hold consultations; doctors change their own. */
	SLOTS("creneaux", Role.ADMIN, Role.SECRETARIAT, Role.DOCTOR);

	private final String word;

	private final Set<Role> roles;

	SettingArea(String word, Role first, Role... more) {
		this.word = word;
		this.roles = EnumSet.of(first, more);
	}

	/** The address of its page; all of its addresses begin with it. */
	public String path() {
		return "/admin/reglages/" + this.word;
	}

	/** Who may open its page. */
	public Set<Role> roles() {
		return this.roles;
	}

	/** What somebody in this role may open. */
	static List<SettingArea> openTo(Role role) {
		return Stream.of(values()).filter((area) -> area.roles.contains(role)).toList();
	}

}
