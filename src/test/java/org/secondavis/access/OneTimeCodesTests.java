package org.secondavis.access;

import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.secondavis.ApplicationTest;
import org.secondavis.encryption.SecretToken;
import org.secondavis.encryption.Vault;
import org.secondavis.request.LinksRevoked;
import org.secondavis.request.Requests;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.Together.atOnce;
import static org.secondavis.request.RequestMother.aRequest;

@ApplicationTest
class OneTimeCodesTests {

	@Autowired
	private OneTimeCodes codes;

	@Autowired
	private KnownDevices devices;

	@Autowired
	private Requests requests;

	@Autowired
	private Vault vault;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transaction;

	private UUID request;

	@BeforeEach
	void receive() {
		this.request = receiveAnother();
	}

	private UUID receiveAnother() {
		return this.requests.save(aRequest().submit(this.vault)).getId();
	}

	@Test
	void aCodeHasSixDigitsAndServesOnce() {
		String code = this.codes.issueAtOnce(this.request);
		assertThat(code).matches("\\d{6}");
		assertThat(this.codes.redeem(this.request, code)).isTrue();
		assertThat(this.codes.redeem(this.request, code)).isFalse();
	}

	@Test
	void onlyTheNewestCodeCounts() {
		String first = this.codes.issueAtOnce(this.request);
		String second = this.codes.issueAtOnce(this.request);
		assertThat(first.equals(second) || !this.codes.redeem(this.request, first)).isTrue();
		assertThat(this.codes.redeem(this.request, second)).isTrue();
	}

	@Test
	void theCodeOfOneRequestOpensNoOther() {
		UUID other = receiveAnother();
		String code = this.codes.issueAtOnce(this.request);
		String ofOther = this.codes.issueAtOnce(other);
		assertThat(code.equals(ofOther) || !this.codes.redeem(other, code)).isTrue();
	}

	@Test
	void afterFiveWrongTriesTheRightCodeIsOfNoUse() {
		String code = this.codes.issueAtOnce(this.request);
		IntStream.range(0, 5).forEach((i) -> assertThat(this.codes.redeem(this.request, "wrong")).isFalse());
		assertThat(this.codes.redeem(this.request, code)).isFalse();
	}

	@Test
	void theFifthTryMayStillBeTheRightOne() {
		String code = this.codes.issueAtOnce(this.request);
		IntStream.range(0, 4).forEach((i) -> this.codes.redeem(this.request, "wrong"));
		assertThat(this.codes.redeem(this.request, code)).isTrue();
	}

	@Test
	void nobodyGetsMoreTriesByTryingAtTheSameTime() {
		String code = this.codes.issueAtOnce(this.request);
		assertThat(atOnce(6, () -> this.codes.redeem(this.request, "wrong"))).containsOnly(false);
		assertThat(triesLeft()).isZero();
		assertThat(this.codes.redeem(this.request, code)).isFalse();
	}

	@Test
	void aCodeThatIsTooOldIsOfNoUseAndThenGone() {
		String code = this.codes.issueAtOnce(this.request);
		assertThat(this.jdbc.sql("""
				select expires_at between now() + interval '14 minutes' and now() + interval '15 minutes'
				from one_time_code where request_id = :id
				""").param("id", this.request).query(Boolean.class).single()).isTrue();
		this.jdbc.sql("update one_time_code set expires_at = now()").update();
		assertThat(this.codes.redeem(this.request, code)).isFalse();
		this.codes.forgetExpired();
		assertThat(this.jdbc.sql("select count(*) from one_time_code").query(Integer.class).single()).isZero();
	}

	@Test
	void aDeviceIsKnownForItsRequestOnlyAndForThirtyDays() {
		SecretToken secret = this.devices.add(this.request);
		assertThat(this.devices.contain(secret, this.request)).isTrue();
		assertThat(this.devices.contain(SecretToken.random(), this.request)).isFalse();
		assertThat(this.devices.contain(secret, receiveAnother())).isFalse();
		this.jdbc.sql("update known_device set expires_at = expires_at - interval '30 days'").update();
		assertThat(this.devices.contain(secret, this.request)).isFalse();
		this.devices.forgetExpired();
		assertThat(this.jdbc.sql("select count(*) from known_device").query(Integer.class).single()).isZero();
	}

	@Test
	void whoRevokesTheLinksHasAllDevicesAndTheCodeForgotten() {
		UUID other = receiveAnother();
		SecretToken secret = this.devices.add(this.request);
		SecretToken ofOther = this.devices.add(other);
		String code = this.codes.issueAtOnce(this.request);
		this.transaction.executeWithoutResult((status) -> this.events.publishEvent(new LinksRevoked(this.request)));
		assertThat(this.devices.contain(secret, this.request)).isFalse();
		assertThat(this.codes.redeem(this.request, code)).isFalse();
		assertThat(this.devices.contain(ofOther, other)).isTrue();
	}

	private int triesLeft() {
		return this.jdbc.sql("select tries_left from one_time_code where request_id = :id")
			.param("id", this.request)
			.query(Integer.class)
			.single();
	}

}
