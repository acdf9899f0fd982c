package org.secondavis.review;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.secondavis.ApplicationTest;
import org.secondavis.request.RequestMother;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.Status;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffMember;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.PageToken.csrf;
import static org.secondavis.Together.atOnce;
import static org.secondavis.request.RequestMother.aRequest;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/**
 * Every decision, taken from two browsers at the same moment: one holds, the other is
 * told.
 */
@ApplicationTest
class TwoAtOnceTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Desk desk;

	@Autowired
	private Requests requests;

	@Autowired
	private JdbcClient jdbc;

	private StaffMember anne;

	private StaffMember paul;

	@BeforeEach
	void employ() {
		this.desk.clear();
		this.anne = this.desk.employ("Anne Martin", Role.DOCTOR);
		this.paul = this.desk.employ("Paul Petit", Role.SECRETARIAT);
	}

	@ParameterizedTest
	@EnumSource
	void oneDecisionHoldsAndTheOtherIsTold(Action action) {
		for (int round = 0; round < 3; round++) {
			SecondOpinionRequest request = ready(action);
			// nobody declines what is in other hands
			StaffMember second = (action == Action.DECLINE) ? this.anne : this.paul;
			assertThat(atOnce(decide(this.anne, request, action), decide(second, request, action)))
				.containsExactlyInAnyOrder(302, 409);
			assertThat(this.jdbc.sql("select count(*) from request_change where request_id = :id and move = :move")
				.param("id", request.getId())
				.param("move", action.move().name())
				.query(Integer.class)
				.single()).isOne();
			assertThat(this.jdbc.sql("select count(*) from message where request_id = :id")
				.param("id", request.getId())
				.query(Integer.class)
				.single()).isEqualTo(action.tells() ? 1 : 0);
		}
	}

	@Test
	void ofTwoWhoKeepRequestsApartOneIsTold() {
		for (int round = 0; round < 3; round++) {
			SecondOpinionRequest one = this.desk.receive(aRequest());
			SecondOpinionRequest other = this.desk.receive(aRequest());
			assertThat(atOnce(keepApart(this.anne, one, other), keepApart(this.paul, other, one)))
				.containsExactlyInAnyOrder(302, 409);
			assertThat(
					this.jdbc.sql("select count(*) from request_change where move = 'KEEP_APART' and request_id = :id")
						.param("id", one.getId())
						.query(Integer.class)
						.single())
				.isOne();
		}
	}

	private Callable<Integer> keepApart(StaffMember member, SecondOpinionRequest one, SecondOpinionRequest other) {
		MockHttpServletRequestBuilder form = post(
				"/admin/demandes/%s/comparer/%s".formatted(one.getReference(), other.getReference()))
			.param("version", "" + one.revision())
			.param("otherVersion", "" + other.revision());
		return () -> this.mvc.perform(form.with(user(member)).with(csrf()).locale(Locale.FRENCH))
			.andReturn()
			.getResponse()
			.getStatus();
	}

	private Callable<Integer> decide(StaffMember member, SecondOpinionRequest request, Action action) {
		Map<String, String> fields = new HashMap<>(
				Map.of("version", "" + request.revision(), "note", "Un mot pour le patient, de " + member.name(),
						"told", "MESSAGE", "page", UUID.randomUUID().toString()));
		switch (action) {
			case ASSIGN -> fields.put("assignee", this.desk.employ("Dr Li", Role.DOCTOR).id().toString());
			case DUPLICATE -> fields.put("duplicateOf", this.desk.receive(aRequest()).getReference().value());
			case CLOSE -> fields.put("reason", "TREATED_ELSEWHERE");
			case REFER -> {
				fields.put("reason", "RARE_CANCER");
				fields.put("elsewhere", "Le centre expert");
			}
			default -> fields.put("unused", "");
		}
		MockHttpServletRequestBuilder form = post(
				"/admin/demandes/%s/%s".formatted(request.getReference(), action.path()));
		fields.forEach(form::param);
		return () -> this.mvc.perform(form.with(user(member)).with(csrf()).locale(Locale.FRENCH))
			.andReturn()
			.getResponse()
			.getStatus();
	}

	/** A request with which it can be done. */
	private SecondOpinionRequest ready(Action action) {
		RequestMother mother = (action == Action.TELL_PATIENT) ? aRequest().byHelper().withoutEmail() : aRequest();
		SecondOpinionRequest request = this.desk.receive(mother);
		this.desk.put(request, switch (action) {
			case RELEASE -> Status.SUSPECT;
			case HAND_OVER, REOPEN -> Status.CLOSED;
			case DECLINE -> Status.IN_REVIEW;
			default -> Status.NEW;
		});
		if (action == Action.DECLINE) {
			this.desk.assign(request, this.anne);
		}
		if (action == Action.RENEW_LINK) {
			this.jdbc.sql("update second_opinion_request set links_revoked_at = now() where id = :id")
				.param("id", request.getId())
				.update();
		}
		return this.requests.findById(request.getId()).orElseThrow();
	}

}
