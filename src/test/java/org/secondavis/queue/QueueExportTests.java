package org.secondavis.queue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.secondavis.ApplicationTest;
import org.secondavis.StatementCount;
import org.secondavis.document.PaperType;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.Status;
import org.secondavis.review.Desk;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffMember;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

@ApplicationTest
class QueueExportTests {

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Desk desk;

	@Autowired
	private JdbcClient jdbc;

	private StaffMember anne;

	@BeforeEach
	void employ() {
		this.desk.clear();
		this.anne = this.desk.employ("Anne Martin", Role.SECRETARIAT);
	}

	@Test
	void aRequestIsALineOfTheTable() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest().byHelper()
			.planned(LocalDate.of(2031, 3, 4))
			.submittedAt(Instant.parse("2026-11-20T09:30:00Z")));
		this.desk.hasAtHand(request, PaperType.PATHOLOGY, PaperType.IMAGES);
		this.desk.writes(request, "Une question");
		this.desk.assign(request, this.anne);
		this.desk.put(request, Status.IN_REVIEW);
		List<String> lines = lines(export("", "fr"));
		assertThat(lines.get(0)).startsWith("\uFEFFRéférence;\"Reçue le\"").endsWith(";Rendez-vous");
		assertThat(lines.get(1)).startsWith(request.getReference() + ";20/11/2026 10:30;;")
			.contains(
					";\"Anne Martin\";\"O’Brien-N’Guyen d’Été\";;Zoë;29/02/1952;\"06 12 34 56 78\";zoe@patiente.example;",
					"\"Camille Ng\"", ";Sein;", ";04/03/2031;\"Message du patient non lu / Papiers manquants\";",
					";\"Compte rendu de RCP, programme personnalisé de soins / Comptes rendus d’imagerie\";");
		assertThat(lines).hasSize(2);
	}

	@ParameterizedTest
	@CsvSource({ "status=CLOSED, CLOSED", "q=closed, CLOSED", "assignee=none&status=ALL, IN_REVIEW CLOSED",
			"site=BREAST, IN_REVIEW", "site=LUNG, ''", "flag=message, ''" })
	void itHoldsWhatTheListHolds(String query, String expected) throws Exception {
		for (Status status : List.of(Status.IN_REVIEW, Status.CLOSED)) {
			SecondOpinionRequest request = this.desk.receive(aRequest());
			this.desk.put(request, status);
			this.jdbc.sql("update second_opinion_request set used_name = :name, search = lower(:name) where id = :id")
				.param("name", status.name())
				.param("id", request.getId())
				.update();
		}
		String table = export(query, "fr");
		assertThat(List.of("IN_REVIEW", "CLOSED").stream().filter((name) -> table.contains(";" + name + ";")))
			.containsExactlyInAnyOrder(expected.isEmpty() ? new String[0] : expected.split(" "));
	}

	@Test
	void itKeepsTheOrderOfTheList() throws Exception {
		SecondOpinionRequest old = this.desk.receive(aRequest().submittedAt(Instant.now().minusSeconds(3600)));
		SecondOpinionRequest recent = this.desk.receive(aRequest().submittedAt(Instant.now()));
		assertThat(export("sort=oldest", "fr")).containsSubsequence("" + old.getReference(),
				"" + recent.getReference());
		assertThat(export("sort=newest", "fr")).containsSubsequence("" + recent.getReference(),
				"" + old.getReference());
		assertThat(lines(export("sort=planned&sort=pressing", "fr"))).hasSize(3);
	}

	@Test
	void whatPatientsTypedRunsNowhere() throws Exception {
		SecondOpinionRequest request = this.desk.receive(aRequest());
		this.jdbc.sql("update second_opinion_request set birth_name = :evil, first_name = :wide where id = :id")
			.param("evil", "=HYPERLINK(\"https://evil.example\";\"clic\")")
			.param("wide", "＝1+1")
			.param("id", request.getId())
			.update();
		assertThat(export("", "fr")).contains(";\"'=HYPERLINK(\"\"https://evil.example\"\";\"\"clic\"\")\";",
				";'＝1+1;");
	}

	@Test
	void itSpeaksTheReadersLanguage() throws Exception {
		this.desk.receive(aRequest());
		assertThat(export("", "en")).startsWith("\uFEFFReference;\"Received on\"").contains(";New;", ";Breast;");
	}

	@Test
	void itIsADownloadWhoseNameSaysNothing() throws Exception {
		MockHttpServletResponse response = ask("", "fr", this.anne);
		assertThat(response.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"demandes.csv\"");
		assertThat(response.getContentType()).isEqualTo("text/csv;charset=UTF-8");
		assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
	}

	@Test
	void fiveThousandRequestsCostAFewStatements() throws Exception {
		this.desk.multiply(this.desk.receive(aRequest()), 5000);
		assertThat(StatementCount.of(() -> assertThat(lines(export("status=ALL", "fr"))).hasSize(5002))).isLessThan(10);
	}

	@ParameterizedTest
	@CsvSource({ "SECRETARIAT, 200", "DOCTOR, 200", "ADMIN, 403" })
	void administratorsTakeNoPatientsWithThem(Role role, int status) throws Exception {
		assertThat(ask("", "fr", this.desk.employ("Paul Petit", role)).getStatus()).isEqualTo(status);
	}

	@ParameterizedTest
	@ValueSource(strings = { "SECRETARIAT", "DOCTOR" })
	void theListLeadsThereWithItsFilter(Role role) throws Exception {
		this.desk.receive(aRequest());
		assertThat(page(role)).contains("href=\"/admin/export.csv?status=NEW&amp;site=BREAST&amp;q=zo%C3%AB\"");
	}

	@Test
	void theListOfAnAdministratorDoesNot() throws Exception {
		this.desk.receive(aRequest());
		assertThat(page(Role.ADMIN)).contains("SA-").doesNotContain("export.csv");
	}

	private String page(Role role) throws Exception {
		return this.mvc
			.perform(get("/admin?status=NEW&site=BREAST&q=zo\u00EB").with(user(this.desk.employ("Paul Petit", role))))
			.andReturn()
			.getResponse()
			.getContentAsString();
	}

	private String export(String query, String language) throws Exception {
		return ask(query, language, this.anne).getContentAsString(StandardCharsets.UTF_8);
	}

	private MockHttpServletResponse ask(String query, String language, StaffMember member) throws Exception {
		return this.mvc.perform(get("/admin/export.csv?lang=%s&%s".formatted(language, query)).with(user(member)))
			.andReturn()
			.getResponse();
	}

	private static List<String> lines(String table) {
		return List.of(table.split("\r\n"));
	}

}
