package org.secondavis.followup;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.secondavis.encryption.TestVault;
import org.secondavis.encryption.Vault;
import org.secondavis.followup.Stage.Name;
import org.secondavis.followup.Stage.State;
import org.secondavis.request.ClosingReason;
import org.secondavis.request.Decision;
import org.secondavis.request.Farewell;
import org.secondavis.request.RequestMother;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.request.Told;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.secondavis.request.RequestMother.aRequest;

class StageTests {

	private static final Instant NEXT_DAY = RequestMother.SUBMITTED.plus(Duration.ofDays(1));

	private static final Instant NEXT_WEEK = RequestMother.SUBMITTED.plus(Duration.ofDays(7));

	private static final StaffId DOCTOR = new StaffId(UUID.randomUUID());

	private final Vault vault = TestVault.withFreshKey();

	@Test
	void aNewRequestIsReceivedAndNothingMore() {
		assertThat(Stage.of(aRequest().submit(this.vault))).extracting(Stage::name, Stage::state, Stage::at)
			.containsExactly(tuple(Name.RECEIVED, State.DONE, RequestMother.SUBMITTED),
					tuple(Name.READ, State.TO_COME, null), tuple(Name.REVIEW, State.TO_COME, null),
					tuple(Name.OPINION, State.TO_COME, null), tuple(Name.ANSWER, State.TO_COME, null));
	}

	@Test
	void aSuspectRequestIsReceivedToo() {
		assertThat(Stage.of(aRequest().suspect(this.vault))).extracting(Stage::state)
			.containsExactly(State.DONE, State.TO_COME, State.TO_COME, State.TO_COME, State.TO_COME);
	}

	@Test
	void aRequestInHandsIsUnderReviewSinceThen() {
		SecondOpinionRequest request = aRequest().submit(this.vault);
		request.takeInCharge(Decision.by(DOCTOR, NEXT_DAY));
		assertThat(Stage.of(request)).contains(new Stage(Name.REVIEW, State.CURRENT, NEXT_DAY));
	}

	@Test
	void anEndedRequestShowsNoStageThatItNeverReached() {
		SecondOpinionRequest request = aRequest().submit(this.vault);
		request.close(ClosingReason.NO_ANSWER, Farewell.by(Told.CALL), Decision.by(DOCTOR, NEXT_DAY), this.vault);
		assertThat(Stage.of(request)).extracting(Stage::name, Stage::state, Stage::at)
			.containsExactly(tuple(Name.RECEIVED, State.DONE, RequestMother.SUBMITTED),
					tuple(Name.END, State.DONE, NEXT_DAY));
	}

	@Test
	void whatHappensToTheLinksAfterTheEndDoesNotPutItOff() {
		SecondOpinionRequest request = aRequest().submit(this.vault);
		request.close(ClosingReason.DONE, Farewell.by(Told.MESSAGE), Decision.by(DOCTOR, NEXT_DAY), this.vault);
		request.revokeLinks(Decision.by(DOCTOR, NEXT_WEEK));
		assertThat(Stage.of(request)).contains(new Stage(Name.END, State.DONE, NEXT_DAY));
	}

	@Test
	void aReopenedRequestIsUnderReviewAgain() {
		SecondOpinionRequest request = aRequest().submit(this.vault);
		request.close(ClosingReason.NO_ANSWER, Farewell.by(Told.CALL), Decision.by(DOCTOR, NEXT_DAY), this.vault);
		request.reopen(Decision.by(DOCTOR, NEXT_WEEK));
		assertThat(Stage.of(request)).contains(new Stage(Name.REVIEW, State.CURRENT, NEXT_WEEK))
			.extracting(Stage::name)
			.doesNotContain(Name.END);
	}

}
