package org.secondavis.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.secondavis.ApplicationTest;
import org.secondavis.StatementCount;
import org.secondavis.document.PaperType;
import org.secondavis.mail.OutgoingMail.State;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.settings.SettingArea;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffMember;
import org.secondavis.staff.StaffMother;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.PageToken.csrf;
import static org.secondavis.request.RequestMother.aRequest;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** What a signed-in member of staff costs the database, the session included. */
@ApplicationTest
class ReviewStatementCountTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Desk desk;

	@Test
	void thePagesOfStaffAreFrugalHoweverMuchTheyShow() throws Exception {
		this.desk.clear();
		SecondOpinionRequest request = IntStream.range(0, 30)
			.mapToObj((i) -> this.desk.receive(aRequest().byHelper().submittedAt(Instant.now())))
			.reduce((one, other) -> other)
			.orElseThrow();
		this.desk.hasAtHand(request, PaperType.values());
		this.desk.mail(request, State.GIVEN_UP);
		this.desk.mail(request, State.SENT);
		this.desk.writes(request, "Une question");
		this.desk.multiply(request, 5000);
		IntStream.range(0, 40).forEach((i) -> this.desk.employ("Dr " + i, Role.DOCTOR));
		Cookie session = signIn(Role.DOCTOR);
		String page = "/admin/demandes/" + request.getReference();

		statements("/admin", session); // the first one of a session stores a token that
										// only MockMvc needs
		assertThat(statements("/admin", session)).isBetween(3L, 7L);
		assertThat(statements("/admin?q=zoe&site=BREAST&assignee=me&page=2", session)).isLessThanOrEqualTo(7);
		assertThat(statements(page, session)).as("when it is first opened").isBetween(6L, 9L);
		assertThat(statements(page, session)).isLessThanOrEqualTo(9);
		assertThat(statements("/admin/courriers", session)).isLessThanOrEqualTo(6);
		for (String part : List.of("/completer", "/orienter", "/cloturer", "/appel")) {
			assertThat(statements(page + part, session)).as(part).isBetween(3L, 9L);
		}
		assertThat(statements("/admin/appels", session)).isBetween(2L, 6L);

		this.mvc.perform(post(page + "/prendre-en-charge").param("version", "0").cookie(session).with(csrf()))
			.andExpect(status().is3xxRedirection());
		this.mvc.perform(post(page + "/note").param("note", "à rappeler").cookie(session).with(csrf()))
			.andExpect(status().is3xxRedirection());
		assertThat(statements(page, session)).as("with a notice of success").isLessThanOrEqualTo(9);
	}

	@Test
	void soIsEveryOtherPageOfTheWorkspace() throws Exception {
		this.desk.clear();
		SecondOpinionRequest request = this.desk.receive(aRequest().submittedAt(Instant.now()));
		SecondOpinionRequest other = this.desk.receive(aRequest().submittedAt(Instant.now()));
		this.desk.multiply(request, 5000);
		StaffMember doctor = IntStream.range(0, 40)
			.mapToObj((i) -> this.desk.employ("Dr " + i, Role.DOCTOR))
			.reduce((one, last) -> last)
			.orElseThrow();
		Cookie session = signIn(Role.ADMIN);
		statements("/admin", session);
		List<String> pages = new ArrayList<>(Stream.of(SettingArea.values()).map(SettingArea::path).toList());
		pages.addAll(List.of("/admin/reglages", "/admin/comptes", "/admin/agenda", "/admin/tableau", "/admin/compteurs",
				"/admin/journal", "/admin/conservation", "/admin/mon-compte", "/admin/mon-compte/cle",
				"/admin/journal?reference=" + request.getReference() + "&account=" + doctor.id(),
				"/admin/agenda?medecin=" + doctor.id(), "/admin/agenda?vue=jour",
				"/admin/reglages/medecins/" + doctor.id(), "/admin/reglages/creneaux?doctor=" + doctor.id(),
				"/admin/comptes/" + doctor.id(),
				"/admin/demandes/" + request.getReference() + "/rendez-vous?doctor=" + doctor.id(),
				"/admin/demandes/" + request.getReference() + "/avis",
				"/admin/demandes/" + request.getReference() + "/rcp",
				"/admin/demandes/" + request.getReference() + "/comparer/" + other.getReference()));
		for (String page : pages) {
			assertThat(statements(page, session)).as(page).isBetween(2L, 9L);
		}
	}

	private long statements(String url, Cookie session) throws Exception {
		return StatementCount
			.of(() -> this.mvc.perform(get(url).cookie(session)).andExpect(status().isOk()).andReturn());
	}

	private Cookie signIn(Role role) throws Exception {
		StaffMember member = this.desk.employ("Anne Martin", role);
		this.desk.givePassword(member);
		Cookie session = this.mvc
			.perform(post("/connexion").param("username", member.email())
				.param("password", StaffMother.PASSWORD)
				.with(csrf()))
			.andReturn()
			.getResponse()
			.getCookie("SESSION");
		assertThat(session).isNotNull();
		return session;
	}

}
