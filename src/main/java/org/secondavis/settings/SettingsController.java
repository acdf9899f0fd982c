package org.secondavis.settings;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.secondavis.staff.Role;
import org.secondavis.staff.StaffMember;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows staff what they can set, and who changed what. */
@Controller
class SettingsController {

	private static final int PAGE_SIZE = 30;

	private final SettingHistory history;

	SettingsController(SettingHistory history) {
		this.history = history;
	}

	@GetMapping("/admin/reglages")
	String show(@RequestParam(name = "avant", defaultValue = "") String before, @AuthenticationPrincipal StaffMember me,
			Model model) {
		List<SettingArea> areas = SettingArea.openTo(me.role());
		List<SettingChange> changes = this.history.latest(areas, (me.role() == Role.DOCTOR) ? me.id() : null,
				key(before), PAGE_SIZE + 1);
		boolean more = changes.size() > PAGE_SIZE;
		model.addAttribute("areas", areas);
		model.addAttribute("changes", more ? changes.subList(0, PAGE_SIZE) : changes);
		model.addAttribute("older", more ? changes.get(PAGE_SIZE - 1).id() : null);
		model.addAttribute("newest", before.isEmpty());
		return "settings/settings";
	}

	// whatever is no key leads to the newest
	private static @Nullable UUID key(String text) {
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
