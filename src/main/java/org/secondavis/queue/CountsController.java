package org.secondavis.queue;

import org.secondavis.staff.StaffMember;

import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Tells an open page how much waits now. */
@Controller
class CountsController {

	private final WorkListsAdvice lists;

	CountsController(WorkListsAdvice lists) {
		this.lists = lists;
	}

	@GetMapping(path = "/admin/compteurs", produces = MediaType.APPLICATION_JSON_VALUE)
	@ResponseBody
	WorkLists counts(@AuthenticationPrincipal StaffMember me) {
		return this.lists.count(me);
	}

}
