package org.secondavis.review;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.secondavis.staff.Right;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class ActionTests {

	/** They share one address of the controller, which tells nothing of who may. */
	@ParameterizedTest
	@EnumSource(Action.class)
	void somebodyMayTakeEveryDecision(Action action) {
		assertThat(Right.neededFor(new MockHttpServletRequest("POST", "/admin/demandes/SA-1234-5678/" + action.path())))
			.isPresent();
	}

}
