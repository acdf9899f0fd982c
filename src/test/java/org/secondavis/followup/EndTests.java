package org.secondavis.followup;

import java.time.Instant;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.secondavis.HttpTest;
import org.secondavis.encryption.Vault;
import org.secondavis.request.ClosingReason;
import org.secondavis.request.Decision;
import org.secondavis.request.Farewell;
import org.secondavis.request.NextPlace;
import org.secondavis.request.ReferralReason;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.request.Told;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.StaffMother;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;

/** What a patient reads once the request has ended. */
class EndTests extends HttpTest {

	@Autowired
	private Patient patient;

	@Autowired
	private Requests requests;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private Vault vault;

	@Autowired
	private MessageSource messages;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private StaffId anne;

	@BeforeEach
	void send() {
		this.patient.sends(this.visitor, aRequest());
		this.anne = new StaffId(this.accounts.save(StaffMother.aMember(Role.DOCTOR)).getId());
	}

	@Test
	void whoIsReferredReadsWhyAndWhereToTurnTo() {
		refer();
		assertThat(this.patient.opens("").body())
			.contains("À qui vous adresser maintenant", "un centre de référence la connaît mieux", "Centre &lt;b&gt;",
					"href=\"tel:+33320000000\"", "1 rue du Nord", "href=\"https://centre.example\"")
			.doesNotContain("??");
	}

	@Test
	void thePageOpensEvenIfThePlaceCannotBeRead() {
		refer();
		this.jdbc.sql("update request_change set next_place = '\\x00' where next_place is not null").update();
		assertThat(this.patient.opens("").body()).contains("Pourquoi votre demande est terminée")
			.doesNotContain("Centre &lt;b&gt;");
	}

	@Test
	void aReopenedRequestShowsNoEnd() {
		refer();
		change((request) -> request.reopen(Decision.by(this.anne, Instant.now())));
		assertThat(this.patient.opens("").body()).doesNotContain("Centre &lt;b&gt;", "Pourquoi votre demande");
	}

	@Test
	void theCopyHoldsWhereToTurnTo() {
		this.patient.showsACode();
		refer();
		assertThat(this.patient.opens("/copie.json").body()).contains("Centre <b>", "\"told\"");
	}

	@Test
	void everyReasonIsSaidKindly() {
		Stream.concat(Stream.of(ClosingReason.values()), Stream.of(ReferralReason.values()))
			.forEach((reason) -> assertThat(this.messages.getMessage("followup.end." + reason, null, Locale.FRENCH))
				.isNotBlank());
	}

	private void refer() {
		NextPlace place = new NextPlace("Centre <b>", "Reçoit vite", "1 rue du Nord", "+33 (0)3 20 00 00 00",
				"https://centre.example");
		change((request) -> request.referElsewhere(ReferralReason.RARE_CANCER, Farewell.by(Told.CALL).to(place),
				Decision.by(this.anne, Instant.now()), this.vault));
	}

	private void change(Consumer<SecondOpinionRequest> change) {
		this.transaction.executeWithoutResult((status) -> {
			SecondOpinionRequest request = this.requests.lockByReference(this.patient.request().getReference())
				.orElseThrow();
			change.accept(request);
			this.requests.save(request);
		});
	}

}
