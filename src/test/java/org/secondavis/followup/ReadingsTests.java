package org.secondavis.followup;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.secondavis.HttpTest;
import org.secondavis.Visitor;
import org.secondavis.Visitor.Page;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;
import static org.secondavis.staff.StaffMother.PASSWORD;
import static org.secondavis.staff.StaffMother.aMember;

/** What patients learn of who looked at their request. */
class ReadingsTests extends HttpTest {

	@Autowired
	private Patient patient;

	@Autowired
	private StaffAccounts accounts;

	@BeforeEach
	void send() {
		this.patient.sends(this.visitor, aRequest());
	}

	@Test
	void whoHoldsOnlyTheLinkIsAskedForACode() {
		assertThat(this.patient.opens("").body()).contains("/consultations", "Qui a ouvert votre demande");
		assertThat(this.patient.opens("/consultations").location())
			.isEqualTo(this.patient.address() + "/code?vers=consultations");
	}

	@Test
	void nobodyHasOpenedItYet() {
		assertThat(this.patient.showsACode().opens("/consultations").body()).contains("Personne de l’équipe")
			.doesNotContain("<table", "??");
	}

	@Test
	void aDayAndARoleStandOnceAndNobodyIsNamed() {
		SecondOpinionRequest mine = this.patient.request();
		StaffAccount doctor = open(Role.DOCTOR, mine);
		open(Role.DOCTOR, mine);
		Page page = this.patient.showsACode().opens("/consultations");
		assertThat(page.body()).containsOnlyOnce("un médecin</td>")
			.doesNotContain("secrétariat</td>", doctor.getName(), doctor.getId().toString(), "??");
		open(Role.SECRETARIAT, mine);
		assertThat(this.patient.opens("/consultations?lang=en").body())
			.contains("a doctor</td>", "the secretariat</td>")
			.doesNotContain("??");
	}

	@Test
	void theReadersOfAnotherRequestAreNotShown() {
		SecondOpinionRequest mine = this.patient.request();
		this.patient.sends(new Visitor(this.port), aRequest());
		open(Role.DOCTOR, mine);
		assertThat(this.patient.showsACode().opens("/consultations").body()).doesNotContain("un médecin</td>");
	}

	private StaffAccount open(Role role, SecondOpinionRequest request) {
		StaffAccount account = this.accounts.save(aMember(role));
		Visitor member = new Visitor(this.port);
		member.signIn(account.getEmail(), PASSWORD);
		member.get("/admin/demandes/" + request.getReference());
		return account;
	}

}
