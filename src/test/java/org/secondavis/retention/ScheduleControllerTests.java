package org.secondavis.retention;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.secondavis.HttpTest;
import org.secondavis.Visitor.Page;
import org.secondavis.encryption.Vault;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccounts;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;
import static org.secondavis.staff.StaffMother.PASSWORD;
import static org.secondavis.staff.StaffMother.aMember;

class ScheduleControllerTests extends HttpTest {

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private Requests requests;

	@Autowired
	private Vault vault;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void empty() {
		this.jdbc.sql("truncate second_opinion_request cascade").update();
	}

	@Test
	void administratorsSeeWhatWillBeErasedWithinAMonthByReferenceOnly() {
		SecondOpinionRequest soon = this.requests.save(aRequest().of("Prénomunique", "Nomunique")
			.submittedAt(Instant.now().minus(Duration.ofDays(20)))
			.suspect(this.vault));
		SecondOpinionRequest open = this.requests.save(aRequest().submit(this.vault));
		signIn(Role.ADMIN);
		Page page = this.visitor.get("/admin/conservation");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains(soon.getReference().value(), "Demande suspecte", "90 jours", "3 jours")
			.doesNotContain(open.getReference().value(), "Nomunique", "Essai à blanc", "??");
		assertThat(this.visitor.get("/admin/conservation?lang=en").body()).contains("Suspect request", "90 days");
	}

	@Test
	void nothingToEraseIsSaid() {
		signIn(Role.ADMIN);
		assertThat(this.visitor.get("/admin/conservation").body()).contains("Rien ne sera effacé");
	}

	@ParameterizedTest
	@CsvSource({ "SECRETARIAT", "DOCTOR" })
	void nobodyElseDoes(Role role) {
		signIn(role);
		assertThat(this.visitor.get("/admin/conservation").status()).isEqualTo(403);
	}

	private void signIn(Role role) {
		this.visitor.signIn(this.accounts.save(aMember(role)).getEmail(), PASSWORD);
	}

}
