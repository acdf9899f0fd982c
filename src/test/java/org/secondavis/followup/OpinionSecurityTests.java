package org.secondavis.followup;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.HttpTest;
import org.secondavis.Visitor;
import org.secondavis.Visitor.Page;
import org.secondavis.encryption.SecretToken;
import org.secondavis.opinion.OpinionMother;
import org.secondavis.opinion.Outcome;
import org.secondavis.request.Decision;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.retention.Erasures;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.StaffMother;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;

/** Nobody gets an opinion who should not, and nobody before it is delivered. */
class OpinionSecurityTests extends HttpTest {

	private static final String SECRET = "Une tumeur du sein de 2 cm";

	@Autowired
	private Patient patient;

	@Autowired
	private OpinionMother mother;

	@Autowired
	private Requests requests;

	@Autowired
	private Erasures erasures;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private TransactionTemplate transaction;

	private UUID request;

	private UUID addendum;

	@BeforeEach
	void deliver() {
		this.request = this.patient.sends(this.visitor, aRequest()).request().getId();
		this.mother.delivers(this.request, Outcome.CONFIRMED);
		this.addendum = this.mother.adds(this.request, null, "Suite").getId();
	}

	@Test
	void nothingIsShownOrTakenWithoutACode() {
		for (String part : parts()) {
			Page page = this.patient.opens(part);
			assertThat(page.status()).as(part).isEqualTo(302);
			assertThat(page.location()).endsWith("/code?vers=avis");
			assertThat(page.body()).doesNotContain(SECRET);
		}
		this.visitor.get("/demande");
		assertThat(this.patient.posts("/avis", "question", "a", "number", "1", "action", "ask").location())
			.endsWith("/code?vers=avis");
		assertThat(this.patient.posts("/avis", "doctorMay", "YES", "revision", "1", "action", "doctor").location())
			.endsWith("/code?vers=avis");
		assertThat(this.mother.find(this.request).getReadAt()).isNull();
		assertThat(this.mother.find(this.request).getDoctorAnswer()).isNull();
	}

	@Test
	void aCodeForOneRequestOpensNoOther() {
		String address = this.patient.address();
		this.patient.sends(this.visitor, aRequest()).showsACode();
		for (String part : parts()) {
			assertThat(this.visitor.get(address + part).location()).endsWith("/code?vers=avis");
		}
	}

	@Test
	void whoHasAnOpinionGetsNoDocumentOfAnother() {
		UUID other = this.patient.sends(new Visitor(this.port), aRequest()).request().getId();
		this.mother.delivers(other, Outcome.REVISED);
		UUID own = this.mother.adds(other, null, "Ma suite").getId();
		this.patient.showsACode();
		assertThat(this.patient.opens("/avis/%s.pdf".formatted(own)).status()).isEqualTo(200);
		assertThat(this.patient.opens("/avis/%s.pdf".formatted(this.addendum)).status()).isEqualTo(404);
		assertThat(this.patient.opens("/avis").body()).doesNotContain("Suite");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/avis/x.pdf", "/avis/.pdf", "/avis/00000000-0000-0000-0000-000000000000.pdf",
			"/avis/null.pdf", "/avis/1.pdf", "/avis/%2e%2e.pdf", "/avis/avis.pdf", "/avis/x" })
	void whatIsGuessedIsNotFound(String part) {
		this.patient.showsACode();
		assertThat(this.patient.opens(part).status()).isEqualTo(404);
	}

	@Test
	void beforeItIsDeliveredItLooksAsIfThereWereNone() {
		UUID other = this.patient.sends(new Visitor(this.port), aRequest()).request().getId();
		this.patient.showsACode();
		Page none = this.patient.opens("/avis");
		this.mother.signs(other, Outcome.CONFIRMED, OpinionMother.words());
		Page signed = this.patient.opens("/avis");
		assertThat(none.status()).isEqualTo(404);
		assertThat(signed.status()).isEqualTo(404);
		assertThat(withoutToken(signed)).isEqualTo(withoutToken(none));
		assertThat(this.patient.opens("/avis.pdf").status()).isEqualTo(404);
		assertThat(this.patient.opens("").body()).doesNotContain(">Votre avis écrit<", SECRET);
		assertThat(this.patient.posts("/avis", "question", "a", "number", "1", "action", "ask").status())
			.isEqualTo(404);
		assertThat(this.patient.posts("/avis", "doctorMay", "YES", "revision", "0", "action", "doctor").status())
			.isEqualTo(404);
	}

	@Test
	void whatIsNotSignedYetIsNotFound() {
		UUID draft = this.mother.drafts(this.request, null, "Brouillon").getId();
		this.patient.showsACode();
		assertThat(this.patient.opens("/avis/%s.pdf".formatted(draft)).status()).isEqualTo(404);
		assertThat(this.patient.opens("/avis").body()).doesNotContain("Brouillon");
	}

	@Test
	void aRevokedLinkOpensNothingAndTheDeviceIsForgotten() {
		this.patient.showsACode();
		assertThat(this.patient.opens("/avis").status()).isEqualTo(200);
		StaffId anne = new StaffId(this.accounts.save(StaffMother.aMember(Role.DOCTOR)).getId());
		this.transaction.executeWithoutResult((status) -> {
			SecondOpinionRequest found = this.requests.findById(this.request).orElseThrow();
			found.revokeLinks(Decision.by(anne, java.time.Instant.now()));
			this.requests.save(found);
		});
		for (String part : parts()) {
			assertThat(this.patient.opens(part).status()).isEqualTo(404);
		}
	}

	@Test
	void anErasedRequestOpensNothing() {
		this.patient.showsACode();
		this.transaction
			.executeWithoutResult((status) -> this.erasures.erase(this.requests.findById(this.request).orElseThrow()));
		for (String part : parts()) {
			assertThat(this.patient.opens(part).status()).isEqualTo(404);
		}
	}

	@Test
	void aLinkThatNobodyGaveOutOpensNothing() {
		for (String part : parts()) {
			assertThat(this.visitor.get("/suivi/" + SecretToken.random().value() + part).status()).isEqualTo(404);
		}
	}

	private String[] parts() {
		return new String[] { "/avis", "/avis.pdf", "/avis/%s.pdf".formatted(this.addendum) };
	}

	private static String withoutToken(Page page) {
		return page.body().replaceAll("(?s)name=\"_csrf\" value=\"[^\"]*\"", "");
	}

}
