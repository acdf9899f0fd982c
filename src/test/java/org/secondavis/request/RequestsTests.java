package org.secondavis.request;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.secondavis.ApplicationTest;
import org.secondavis.encryption.SecretToken;
import org.secondavis.encryption.Vault;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.StaffMother;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.secondavis.Together.atOnce;
import static org.secondavis.request.RequestMother.aRequest;

@ApplicationTest
class RequestsTests {

	@Autowired
	private Requests requests;

	@Autowired
	private FollowUpLinks links;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private Vault vault;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void aRequestComesBackAsItWasSent() {
		SecondOpinionRequest sent = this.requests.save(aRequest().byHelper().submit(this.vault));
		this.transaction.executeWithoutResult((status) -> {
			SecondOpinionRequest found = this.requests.findByReference(sent.getReference()).orElseThrow();
			assertThat(found.getPatient()).isEqualTo(aRequest().answers().patient());
			assertThat(found.getHelper()).isEqualTo(aRequest().byHelper().answers().helper());
			assertThat(found.getContact()).isEqualTo(aRequest().answers().contact());
			assertThat(found.getSituation()).isEqualTo(aRequest().answers().situation());
			assertThat(found.getExpectations()).isEqualTo(aRequest().answers().expectations());
			assertThat(found.narrative(this.vault)).isEqualTo(aRequest().answers().narrative());
			assertThat(found.getHistory()).hasSize(1);
		});
	}

	@Test
	void aDraftBecomesOneRequestOnly() {
		UUID draft = UUID.randomUUID();
		this.requests.save(SecondOpinionRequest.submit(draft, aRequest().answers(), java.util.Locale.FRENCH, this.vault,
				RequestMother.SUBMITTED));
		SecondOpinionRequest second = SecondOpinionRequest.submit(draft, aRequest().answers(), java.util.Locale.FRENCH,
				this.vault, RequestMother.SUBMITTED);
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.requests.save(second));
	}

	@Test
	void theDatabaseRefusesAnIllegalMove() {
		SecondOpinionRequest sent = this.requests.save(aRequest().submit(this.vault));
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.jdbc.sql("update second_opinion_request set status = 'SUSPECT' where id = :id")
				.param("id", sent.getId())
				.update());
	}

	@ParameterizedTest
	@ValueSource(strings = { "helper_relation = 'GUARDIAN', helper_relieved_at = now()",
			"contact_first = 'HELPER', helper_relieved_at = now()",
			"helper_name = null, helper_relation = null, helper_patient_told_at = now()",
			"helper_name = null, helper_relation = null, helper_relieved_at = now()" })
	void theDatabaseKnowsWhatAHelperCanBe(String change) {
		SecondOpinionRequest sent = this.requests.save(aRequest().byHelper().submit(this.vault));
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.jdbc.sql("update second_opinion_request set %s where id = :id".formatted(change))
				.param("id", sent.getId())
				.update());
	}

	@Test
	void aLinkLeadsToItsRequestAndNoOtherTokenDoes() {
		SecondOpinionRequest sent = this.requests.save(aRequest().submit(this.vault));
		SecretToken token = this.links.issue(sent.getId()).orElseThrow();
		assertThat(this.links.find(token)).map(SecondOpinionRequest::getReference).contains(sent.getReference());
		assertThat(this.links.find(SecretToken.random())).isEmpty();
	}

	@Test
	void aRevokedLinkLeadsNowhereAndNoOtherIsGivenOut() {
		SecondOpinionRequest sent = this.requests.save(aRequest().submit(this.vault));
		SecretToken token = this.links.issue(sent.getId()).orElseThrow();
		SecretToken ofAnother = this.links.issue(this.requests.save(aRequest().submit(this.vault)).getId())
			.orElseThrow();
		decide(sent, SecondOpinionRequest::revokeLinks);
		assertThat(this.links.find(token)).isEmpty();
		assertThat(this.links.issue(sent.getId())).isEmpty();
		assertThat(this.links.issueAtOnce(sent.getId())).isEmpty();
		assertThat(this.links.find(ofAnother)).isPresent();
		decide(sent, SecondOpinionRequest::renewLink);
		assertThat(this.links.find(token)).isEmpty();
		assertThat(this.links.issue(sent.getId())).isPresent();
	}

	@Test
	void aLinkThatIsGivenOutWhileTheLinksAreBeingRevokedOpensNothing() {
		for (int round = 0; round < 10; round++) {
			SecondOpinionRequest sent = this.requests.save(aRequest().submit(this.vault));
			List<Optional<SecretToken>> issued = atOnce(() -> this.links.issueAtOnce(sent.getId()), () -> {
				decide(sent, SecondOpinionRequest::revokeLinks);
				return Optional.empty();
			});
			assertThat(issued.get(0).flatMap(this.links::find)).isEmpty();
		}
	}

	private void decide(SecondOpinionRequest request, BiConsumer<SecondOpinionRequest, Decision> decision) {
		StaffId anne = new StaffId(this.accounts.save(StaffMother.aMember(Role.DOCTOR)).getId());
		this.transaction.executeWithoutResult((status) -> {
			SecondOpinionRequest found = this.requests.findById(request.getId()).orElseThrow();
			decision.accept(found, Decision.by(anne, RequestMother.SUBMITTED));
			this.requests.save(found);
		});
	}

}
