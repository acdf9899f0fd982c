package org.secondavis.request;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.secondavis.TestPostgres;
import org.secondavis.encryption.SecretToken;
import org.secondavis.encryption.Vault;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.secondavis.request.RequestMother.aRequest;

@SpringBootTest
@ActiveProfiles("test")
@Import(TestPostgres.class)
class RequestsTests {

	@Autowired
	private Requests requests;

	@Autowired
	private FollowUpLinks links;

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

	@Test
	void aLinkLeadsToItsRequestAndNoOtherTokenDoes() {
		SecondOpinionRequest sent = this.requests.save(aRequest().submit(this.vault));
		SecretToken token = this.links.issue(sent.getId());
		assertThat(this.links.find(token)).map(SecondOpinionRequest::getReference).contains(sent.getReference());
		assertThat(this.links.find(SecretToken.random())).isEmpty();
	}

}
