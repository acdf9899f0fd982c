package org.secondavis.review;

import org.thymeleaf.context.LazyContextVariable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Counts the work lists when a page of the workspace is written, and for no other page.
 */
@ControllerAdvice
class WorkListsAdvice {

	private static final String COUNTS = """
			select (select count(*) from second_opinion_request where status in ('NEW', 'IN_REVIEW', 'TO_COMPLETE')) as open,
			    (select count(*) from second_opinion_request where status = 'SUSPECT') as suspect,
			    (select count(*) from outgoing_mail where status = 'GIVEN_UP') as failed
			""";

	private final JdbcClient jdbc;

	WorkListsAdvice(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@ModelAttribute("lists")
	LazyContextVariable<WorkLists> lists() {
		return new LazyContextVariable<>() {

			@Override
			protected WorkLists loadValue() {
				return WorkListsAdvice.this.jdbc.sql(COUNTS).query(WorkLists.class).single();
			}

		};
	}

}
