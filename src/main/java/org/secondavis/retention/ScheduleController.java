package org.secondavis.retention;

import java.time.Duration;
import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import org.secondavis.clinic.Retention;

/** Shows administrators what will be erased, before it is. */
@Controller
class ScheduleController {

	private static final Duration AHEAD = Duration.ofDays(30);

	/** Nobody reads more at once. */
	private static final int MOST_SHOWN = 300;

	private final Schedule schedule;

	private final Retention retention;

	ScheduleController(Schedule schedule, Retention retention) {
		this.schedule = schedule;
		this.retention = retention;
	}

	@GetMapping("/admin/conservation")
	String show(Model model) {
		List<Schedule.Planned> planned = this.schedule.within(AHEAD, MOST_SHOWN + 1);
		boolean more = planned.size() > MOST_SHOWN;
		model.addAttribute("planned", more ? planned.subList(0, MOST_SHOWN) : planned);
		model.addAttribute("more", more);
		model.addAttribute("days", AHEAD.toDays());
		model.addAttribute("retention", this.retention);
		return "retention/schedule";
	}

}
