package org.secondavis.followup;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondavis.HttpTest;
import org.secondavis.Visitor;
import org.secondavis.Visitor.Page;
import org.secondavis.request.Helper.Relation;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;

class TakeOverTests extends HttpTest {

	@Autowired
	private Patient patient;

	@Autowired
	private Requests requests;

	@BeforeEach
	void send() {
		this.patient.sends(this.visitor, aRequest().byHelper());
	}

	@Test
	void thePageNamesTheHelperAndOffersToTakeOver() {
		assertThat(this.patient.opens("").body())
			.contains("Demande envoyée par Camille Ng", "Vous êtes la personne malade", "/reprise")
			.doesNotContain("??");
	}

	@Test
	void onlyWhoReadsThePatientsMailCanTakeOver() {
		assertThat(this.patient.follows(this.patient.opens("/reprise")).body()).contains("value=\"reprise\"");
		assertThat(this.patient.posts("/reprise").location()).endsWith("/code?vers=reprise");
		assertThat(stored().getHelper()).matches((helper) -> helper.acts());
	}

	@Test
	void thePatientActsAloneAndEveryFormerLinkIsDead() {
		String helpers = this.patient.address();
		String mailed = this.patient.newLink().address();
		this.patient.showsACode();
		assertThat(this.patient.opens("/reprise").body())
			.contains("Camille Ng a fait cette demande pour vous.", "n’ouvrent plus rien", "Reprendre la demande")
			.doesNotContain("??");

		Page done = this.patient.posts("/reprise");
		Page own = this.patient.follows(done);
		assertThat(own.body())
			.contains("C’est à vous que la clinique s’adresse désormais.", "s’en occupe elle-même depuis le")
			.doesNotContain("??", "/reprise", "Demande envoyée par");
		Visitor stranger = new Visitor(this.port);
		assertThat(stranger.get(helpers).status()).isEqualTo(404);
		assertThat(stranger.get(mailed).status()).isEqualTo(404);
		assertThat(this.patient.mails()).containsExactlyInAnyOrder("link to PATIENT", "relieved to HELPER");
		assertThat(stored().mayTakeOver()).isFalse();

		String address = done.location().replaceFirst("\\?.*", "");
		assertThat(this.visitor.get(address + "/messages").status()).as("no second code").isEqualTo(200);
		assertThat(this.visitor.get(address + "/coordonnees").body()).doesNotContain("contactFirst");
		assertThat(this.visitor.post(address + "/reprise").location()).endsWith("/reprise");
		assertThat(this.visitor.get(address + "/reprise").body()).contains("ne peut pas être reprise ici")
			.doesNotContain("??");
	}

	@Test
	void thePatientOfAHelpedRequestStopsItAndTheHelperIsTold() {
		this.patient.showsACode().posts("/retrait");
		assertThat(this.patient.mails()).containsExactly("withdrawn to CLINIC", "withdrawn to HELPER");
		assertThat(this.patient.opens("").body()).doesNotContain("/reprise");
	}

	@Test
	void aGuardianIsNotRelievedHere() {
		this.patient.sends(this.visitor, aRequest().by(Relation.GUARDIAN, "camille@aidant.example")).showsACode();
		assertThat(this.patient.opens("").body()).contains("comme représentant légal").doesNotContain("/reprise", "??");
		assertThat(this.patient.opens("/reprise").body()).contains("ne peut pas être reprise ici");
		this.patient.posts("/reprise");
		assertThat(stored().getHelper()).matches((helper) -> helper.acts());
		assertThat(this.patient.mails()).isEmpty();
	}

	@Test
	void whoeverAsksAloneHasNothingToTakeOver() {
		this.patient.sends(this.visitor, aRequest()).showsACode();
		assertThat(this.patient.opens("").body()).doesNotContain("/reprise");
		this.patient.posts("/reprise");
		assertThat(this.patient.opens("/reprise").body()).contains("ne peut pas être reprise ici");
		assertThat(this.patient.mails()).isEmpty();
	}

	@Test
	void thePageIsCompleteInEnglish() {
		this.patient.showsACode();
		this.visitor.get("/?lang=en");
		assertThat(this.patient.opens("/reprise").body()).contains("Camille Ng made this request for you")
			.doesNotContain("??");
	}

	private SecondOpinionRequest stored() {
		return this.requests.findById(this.patient.request().getId()).orElseThrow();
	}

}
