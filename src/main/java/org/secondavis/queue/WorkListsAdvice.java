package org.secondavis.queue;

import java.sql.Types;

import org.thymeleaf.context.LazyContextVariable;

import org.jspecify.annotations.Nullable;
import org.secondavis.staff.StaffMember;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Counts the work lists when a page of the workspace is written, and for no other page.
 */
@ControllerAdvice
class WorkListsAdvice {

	private static final String COUNTS = Flag.writtenOut("""
			select count(*) filter (where status <> 'SUSPECT') as open,
			    count(*) filter (where status <> 'SUSPECT' and assignee = :me) as mine,
			    count(*) filter (where status <> 'SUSPECT' and assignee is null) as unassigned,
			    count(*) filter (where status = 'TO_COMPLETE') as waiting,
			    count(*) filter (where status = 'SUSPECT') as suspect,
			    (select count(*) from outgoing_mail where status = 'GIVEN_UP') as failed
			from second_opinion_request r where status in ('NEW', 'IN_REVIEW', 'TO_COMPLETE', 'SUSPECT') or {asked}
			""");

	private final JdbcClient jdbc;

	WorkListsAdvice(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@ModelAttribute("lists")
	LazyContextVariable<WorkLists> lists(@AuthenticationPrincipal @Nullable StaffMember me) {
		return new LazyContextVariable<>() {

			@Override
			protected WorkLists loadValue() {
				return count(me);
			}

		};
	}

	WorkLists count(@Nullable StaffMember me) {
		return this.jdbc.sql(COUNTS)
			.param("me", (me != null) ? me.id() : null, Types.OTHER)
			.query(WorkLists.class)
			.single();
	}

}
