package org.secondavis.review;

import java.time.LocalDate;
import java.util.Locale;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.secondavis.ApplicationTest;
import org.secondavis.StatementCount;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.Status;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffMember;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.PageToken.csrf;
import static org.secondavis.request.RequestMother.aRequest;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

@ApplicationTest
class TwinsTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Desk desk;

	@Autowired
	private Requests requests;

	private StaffMember anne;

	private SecondOpinionRequest one;

	private SecondOpinionRequest other;

	@BeforeEach
	void receiveTwo() {
		this.desk.clear();
		this.anne = this.desk.employ("Anne Martin", Role.SECRETARIAT);
		this.one = this.desk.receive(aRequest().of("Zoé", "Dupont"));
		this.other = this.desk
			.receive(aRequest().of("Zoe", "Dupond").reachedAt("+33711111111", "autre@patient.example"));
	}

	@Test
	void aRequestNamesThoseThatMayBeTheSame() throws Exception {
		assertThat(shown(url(this.one))).contains("de la même personne", comparison());
		SecondOpinionRequest stranger = this.desk.receive(aRequest().of("Paul", "Petit")
			.born(LocalDate.of(1980, 1, 1))
			.reachedAt("+33722222222", "paul@patient.example"));
		assertThat(shown(url(stranger))).doesNotContain("de la même personne");
	}

	@Test
	void twoAreShownSideBySideWithWhatIsTheSame() throws Exception {
		assertThat(shown(comparison())).containsSubsequence("Dupont", "Dupond", "29 février 1952", "29 février 1952",
				"Identique", "06 12 34 56 78", "07 11 11 11 11");
	}

	@Test
	void theyAreJoinedByADecisionInEitherDirection() throws Exception {
		assertThat(shown(comparison())).contains(
				"Garder " + this.one.getReference() + ", clore " + this.other.getReference(),
				"Garder " + this.other.getReference() + ", clore " + this.one.getReference());
		send(post(url(this.other) + "/doublon").param("version", "0")
			.param("duplicateOf", this.one.getReference().value())).andExpect(redirectedUrl(url(this.other)));
		assertThat(shown(url(this.one))).doesNotContain("de la même personne");
		assertThat(shown(comparison())).doesNotContain("Garder ").contains("déjà terminée");
	}

	@Test
	void whatMayComeFromARobotHasNotEnded() throws Exception {
		this.desk.put(this.other, Status.SUSPECT);
		assertThat(shown(comparison())).contains("vient peut-être d’un robot")
			.doesNotContain("déjà terminée", "Garder ");
	}

	@Test
	void whatIsKeptApartIsNotBroughtUpAgain() throws Exception {
		keepApart("0", "0").andExpect(redirectedUrl(url(this.one)));
		keepApart("0", "0").andExpect(status().isConflict());
		keepApart("1", "1").andExpect(redirectedUrl(url(this.one)));
		for (SecondOpinionRequest request : new SecondOpinionRequest[] { this.one, this.other }) {
			assertThat(shown(url(request))).doesNotContain("de la même personne")
				.containsOnlyOnce("Pas la même demande que");
		}
		assertThat(shown("/admin")).doesNotContain("Peut-être un doublon</span>");
	}

	@Test
	void nobodyIsComparedWithThemselves() throws Exception {
		String itself = url(this.one) + "/comparer/" + this.one.getReference();
		this.mvc.perform(get(itself).with(user(this.anne))).andExpect(status().isNotFound());
		send(post(itself).param("version", "0").param("otherVersion", "0")).andExpect(status().isNotFound());
	}

	@Test
	void whoComparedWhatHasChangedSinceIsTold() throws Exception {
		send(post(url(this.other) + "/prendre-en-charge").param("version", "0")).andExpect(status().isFound());
		for (String version : new String[] { "0", "", "x" }) {
			String body = keepApart("0", version).andExpect(status().isConflict())
				.andReturn()
				.getResponse()
				.getContentAsString();
			assertThat(body).contains("vient de changer", "name=\"otherVersion\" value=\"1\"");
		}
		assertThat(this.requests.findWithHistoryByReference(this.one.getReference()).orElseThrow().getHistory())
			.hasSize(1);
	}

	@Test
	void whatDoesNotExistIsNotFoundAndLittleIsAskedOfTheDatabase() throws Exception {
		this.mvc.perform(get(url(this.one) + "/comparer/SA-0000-0000").with(user(this.anne)))
			.andExpect(status().isNotFound());
		this.desk.put(this.other, Status.CLOSED);
		assertThat(StatementCount.of(() -> shown(comparison()))).isBetween(2L, 6L);
	}

	private ResultActions keepApart(String version, String otherVersion) throws Exception {
		return send(post(comparison()).param("version", version).param("otherVersion", otherVersion));
	}

	private ResultActions send(MockHttpServletRequestBuilder form) throws Exception {
		return this.mvc.perform(form.with(user(this.anne)).with(csrf()).locale(Locale.FRENCH));
	}

	private String shown(String url) throws Exception {
		return this.mvc.perform(get(url).with(user(this.anne)).locale(Locale.FRENCH))
			.andExpect(status().isOk())
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	private String comparison() {
		return url(this.one) + "/comparer/" + this.other.getReference();
	}

	private static String url(SecondOpinionRequest request) {
		return "/admin/demandes/" + request.getReference();
	}

}
