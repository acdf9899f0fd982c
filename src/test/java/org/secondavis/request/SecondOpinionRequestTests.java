package org.secondavis.request;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.secondavis.encryption.TestVault;
import org.secondavis.encryption.Vault;
import org.secondavis.request.Helper.Relation;
import org.secondavis.request.UnkindEndException.Lack;

import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.secondavis.request.RequestMother.aRequest;

class SecondOpinionRequestTests {

	private static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");

	private static final StaffId ANNE = new StaffId(UUID.randomUUID());

	private static final StaffId PAUL = new StaffId(UUID.randomUUID());

	private static final NextPlace ELSEWHERE = new NextPlace("Centre de Lille", null, null, "03 20 00 00 00", null);

	private final Vault vault = TestVault.withFreshKey();

	private final SecondOpinionRequest request = aRequest().submit(this.vault);

	@Test
	void aNewRequestAnnouncesItself() {
		assertThat(this.request.getStatus()).isEqualTo(Status.NEW);
		assertThat(eventsOf(this.request)).containsExactly(new RequestSubmitted(this.request.getId()));
		assertThat(this.request.getHistory()).singleElement()
			.satisfies((change) -> assertThat(change.getAuthor()).isNull());
	}

	@Test
	void aSuspectRequestAnnouncesItselfOnlyWhenReleased() {
		SecondOpinionRequest suspect = aRequest().suspect(this.vault);
		assertThat(eventsOf(suspect)).containsExactly(new RequestSuspected(suspect.getId()));
		suspect.release(decision());
		assertThat(suspect.getStatus()).isEqualTo(Status.NEW);
		assertThat(eventsOf(suspect)).contains(new RequestSubmitted(suspect.getId()));
	}

	@Test
	void whoTakesARequestInChargeIsItsAssignee() {
		this.request.takeInCharge(decision());
		assertThat(this.request.getStatus()).isEqualTo(Status.IN_REVIEW);
		assertThat(this.request.getAssignee()).isEqualTo(ANNE);
	}

	@Test
	void aRequestUnderReviewChangesHands() {
		this.request.takeInCharge(decision());
		this.request.assignTo(PAUL, decision());
		assertThat(this.request.getAssignee()).isEqualTo(PAUL);
		assertThat(this.request.getHistory()).last().satisfies((change) -> {
			assertThat(change.getMove()).isEqualTo(Move.ASSIGN);
			assertThat(change.getAuthor()).isEqualTo(ANNE);
			assertThat(change.getDetail()).isEqualTo(PAUL.value().toString());
			assertThat(change.getAt()).isEqualTo(NOW);
		});
	}

	@Test
	void whoDeclinesARequestLeavesItToOthers() {
		this.request.assignTo(ANNE, decision());
		this.request.decline(decision().withNote("Ce n’est pas mon domaine.", this.vault));
		assertThat(this.request.getStatus()).isEqualTo(Status.NEW);
		assertThat(this.request.getAssignee()).isNull();
		assertThat(this.request.getHistory()).last()
			.satisfies((change) -> assertThat(change.note(this.vault)).isEqualTo("Ce n’est pas mon domaine."));
	}

	@Test
	void nobodyDeclinesWhatIsInOtherHands() {
		assertThatExceptionOfType(IllegalMoveException.class).isThrownBy(() -> this.request.decline(decision()));
		this.request.assignTo(PAUL, decision());
		assertThatExceptionOfType(IllegalMoveException.class).isThrownBy(() -> this.request.decline(decision()));
		assertThat(this.request.getAssignee()).isEqualTo(PAUL);
	}

	@Test
	void anEndedRequestCanBeReopenedAndKeepsItsHistory() {
		this.request.close(ClosingReason.NO_ANSWER, Farewell.by(Told.ATTEMPT),
				decision().withNote("Trois appels sans réponse.", this.vault), this.vault);
		this.request.reopen(decision());
		assertThat(this.request.getStatus()).isEqualTo(Status.IN_REVIEW);
		assertThat(this.request.getHistory()).extracting(Change::getMove)
			.containsExactly(null, Move.CLOSE, Move.REOPEN);
		assertThat(this.request.getHistory().get(1).note(this.vault)).isEqualTo("Trois appels sans réponse.");
		assertThat(this.request.getHistory().get(1).getDetail()).isEqualTo("NO_ANSWER");
	}

	@ParameterizedTest
	@EnumSource(value = ClosingReason.class, mode = EnumSource.Mode.EXCLUDE, names = "WITHDRAWN")
	void nothingEndsInSilence(ClosingReason reason) {
		assertLacks(Lack.TELLING,
				() -> this.request.close(reason, Farewell.NONE.to(ELSEWHERE), decision(), this.vault));
		assertThat(this.request.getStatus()).isEqualTo(Status.NEW);
		assertThat(this.request.getHistory()).hasSize(1);
	}

	@Test
	void callsThatNobodyAnsweredWillDoForWhoCannotBeReachedOnly() {
		assertLacks(Lack.TELLING,
				() -> this.request.close(ClosingReason.DONE, Farewell.by(Told.ATTEMPT), decision(), this.vault));
		assertLacks(Lack.TELLING, () -> this.request.referElsewhere(ReferralReason.NEARER,
				Farewell.by(Told.ATTEMPT).to(ELSEWHERE), decision(), this.vault));
		this.request.close(ClosingReason.NO_ANSWER, Farewell.by(Told.ATTEMPT), decision(), this.vault);
		assertThat(this.request.getStatus()).isEqualTo(Status.CLOSED);
	}

	@Test
	void whoHasWithdrawnNeedsNotBeTold() {
		this.request.close(ClosingReason.WITHDRAWN, Farewell.NONE, decision(), this.vault);
		assertThat(this.request.getStatus()).isEqualTo(Status.CLOSED);
	}

	@Test
	void whoIsRefusedOrReferredHasSomewhereToTurnTo() {
		assertLacks(Lack.PLACE,
				() -> this.request.close(ClosingReason.OUT_OF_SCOPE, Farewell.by(Told.CALL), decision(), this.vault));
		assertLacks(Lack.PLACE, () -> this.request.referElsewhere(ReferralReason.NEARER, Farewell.by(Told.CALL),
				decision(), this.vault));
		this.request.referElsewhere(ReferralReason.RARE_CANCER, Farewell.by(Told.CALL).to(ELSEWHERE), decision(),
				this.vault);
		assertThat(this.request.end()).get().satisfies((end) -> {
			assertThat(end.getTold()).isEqualTo(Told.CALL);
			assertThat(end.getDetail()).isEqualTo("RARE_CANCER");
			assertThat(end.next(this.vault)).isEqualTo(ELSEWHERE);
		});
	}

	@Test
	void noMessageTellsWhoCannotReadOne() {
		SecondOpinionRequest unreachable = aRequest().withoutEmail().submit(this.vault);
		assertLacks(Lack.ADDRESS,
				() -> unreachable.close(ClosingReason.DONE, Farewell.by(Told.MESSAGE), decision(), this.vault));
		assertLacks(Lack.ADDRESS, () -> unreachable.markToComplete("IMAGES", Told.MESSAGE, decision(), this.vault));
		this.request.revokeLinks(decision());
		assertLacks(Lack.ADDRESS,
				() -> this.request.close(ClosingReason.DONE, Farewell.by(Told.MESSAGE), decision(), this.vault));
	}

	@Test
	void aReopenedRequestKeepsWhyItEndedAndWhatThePatientWasTold() {
		this.request.close(ClosingReason.OUT_OF_SCOPE, Farewell.by(Told.MESSAGE).to(ELSEWHERE), decision(), this.vault);
		this.request.reopen(decision());
		assertThat(this.request.end()).isEmpty();
		assertThat(this.request.getHistory().get(1)).satisfies((change) -> {
			assertThat(change.getDetail()).isEqualTo("OUT_OF_SCOPE");
			assertThat(change.getTold()).isEqualTo(Told.MESSAGE);
			assertThat(change.next(this.vault)).isEqualTo(ELSEWHERE);
		});
	}

	@Test
	void aRequestIsNoDuplicateOfItself() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.request.markDuplicateOf(this.request.getReference(), decision()));
		assertThat(this.request.getStatus()).isEqualTo(Status.NEW);
	}

	@Test
	void anIllegalMoveChangesNothing() {
		this.request.close(ClosingReason.DONE, Farewell.by(Told.MESSAGE), decision(), this.vault);
		assertThatExceptionOfType(IllegalMoveException.class).isThrownBy(() -> this.request.takeInCharge(decision()));
		assertThat(this.request.getStatus()).isEqualTo(Status.CLOSED);
		assertThat(this.request.getHistory()).hasSize(2);
	}

	@ParameterizedTest
	@EnumSource(Status.class)
	void everyStatusOffersJustItsLegalMoves(Status status) {
		assertThat(Move.possibleFrom(status)).containsExactlyInAnyOrder(switch (status) {
			case SUSPECT -> new Move[] { Move.RELEASE, Move.REVOKE_LINKS, Move.RENEW_LINK, Move.TELL_PATIENT,
					Move.KEEP_APART, Move.HAND_OVER };
			case NEW -> new Move[] { Move.TAKE, Move.ASSIGN, Move.COMPLETE, Move.REFER, Move.DUPLICATE, Move.CLOSE,
					Move.REVOKE_LINKS, Move.RENEW_LINK, Move.TELL_PATIENT, Move.KEEP_APART, Move.HAND_OVER };
			case IN_REVIEW -> new Move[] { Move.DELIVER, Move.ASSIGN, Move.DECLINE, Move.COMPLETE, Move.REFER,
					Move.DUPLICATE, Move.CLOSE, Move.REVOKE_LINKS, Move.RENEW_LINK, Move.TELL_PATIENT, Move.KEEP_APART,
					Move.HAND_OVER };
			case TO_COMPLETE ->
				new Move[] { Move.DELIVER, Move.TAKE, Move.ASSIGN, Move.REFER, Move.DUPLICATE, Move.CLOSE,
						Move.REVOKE_LINKS, Move.RENEW_LINK, Move.TELL_PATIENT, Move.KEEP_APART, Move.HAND_OVER };
			case DELIVERED ->
				new Move[] { Move.REVOKE_LINKS, Move.RENEW_LINK, Move.TELL_PATIENT, Move.KEEP_APART, Move.HAND_OVER };
			case REFERRED, DUPLICATE, CLOSED -> new Move[] { Move.REOPEN, Move.REVOKE_LINKS, Move.RENEW_LINK,
					Move.TELL_PATIENT, Move.KEEP_APART, Move.HAND_OVER };
		});
	}

	@Test
	void aDeliveredOpinionEndsTheWorkButCallsNothingOff() {
		this.request.takeInCharge(decision());
		this.request.deliverOpinion(decision());
		assertThat(this.request.getStatus()).isEqualTo(Status.DELIVERED);
		assertThat(this.request.endedAt()).contains(NOW);
		assertThat(eventsOf(this.request)).noneMatch(RequestEnded.class::isInstance);
		assertThat(this.request.possibleMoves()).doesNotContain(Move.REOPEN, Move.CLOSE);
	}

	@Test
	void onlyWhatHasEndedIsHandedOverAndOnlyOnce() {
		assertThat(this.request.possibleMoves()).doesNotContain(Move.HAND_OVER);
		this.request.close(ClosingReason.DONE, Farewell.by(Told.MESSAGE), decision(), this.vault);
		this.request.handOver(decision());
		assertThat(this.request.getHandedOverAt()).isEqualTo(NOW);
		assertThat(this.request.possibleMoves()).doesNotContain(Move.HAND_OVER);
		this.request.reopen(decision());
		assertThat(this.request.getHandedOverAt()).isNull();
	}

	@Test
	void linksAreRevokedOnceAndRenewedAfterwardsOnly() {
		assertThat(this.request.possibleMoves()).contains(Move.REVOKE_LINKS).doesNotContain(Move.RENEW_LINK);
		this.request.revokeLinks(decision());
		assertThat(this.request.getStatus()).isEqualTo(Status.NEW);
		assertThat(this.request.getLinksRevokedAt()).isEqualTo(NOW);
		assertThat(this.request.possibleMoves()).contains(Move.RENEW_LINK).doesNotContain(Move.REVOKE_LINKS);
		assertThatExceptionOfType(IllegalMoveException.class).isThrownBy(() -> this.request.revokeLinks(decision()));
		this.request.renewLink(decision());
		assertThat(this.request.getLinksRevokedAt()).isNull();
		assertThat(eventsOf(this.request)).contains(new LinkRenewed(this.request.getId()));
		assertThat(this.request.getHistory()).extracting(Change::getMove)
			.containsExactly(null, Move.REVOKE_LINKS, Move.RENEW_LINK);
	}

	@Test
	void aPatientWithoutAnAddressCannotBeSentALink() {
		SecondOpinionRequest unreachable = aRequest().withoutEmail().submit(this.vault);
		unreachable.revokeLinks(decision());
		assertThat(unreachable.possibleMoves()).doesNotContain(Move.RENEW_LINK, Move.REVOKE_LINKS);
	}

	@Test
	void aPatientWhomMailCannotTellIsToBeCalled() {
		SecondOpinionRequest untold = aRequest().byHelper().withoutEmail().submit(this.vault);
		assertThat(untold.mustTellPatient()).isTrue();
		assertThat(untold.possibleMoves()).contains(Move.TELL_PATIENT);
		untold.tellPatient(decision());
		assertThat(untold.mustTellPatient()).isFalse();
		assertThat(untold.getStatus()).isEqualTo(Status.NEW);
		assertThat(untold.getHelper()).extracting(Helper::patientToldAt).isEqualTo(NOW);
		assertThat(untold.getHistory()).last().extracting(Change::getMove).isEqualTo(Move.TELL_PATIENT);
		assertThatExceptionOfType(IllegalMoveException.class).isThrownBy(() -> untold.tellPatient(decision()));
	}

	@Test
	void anAddressThatIsTheHelpersTellsThePatientNothing() {
		assertThat(aRequest().by(Relation.SPOUSE, "Zoe@patiente.example").submit(this.vault).mustTellPatient())
			.isTrue();
	}

	@Test
	void nobodyNeedsToBeCalledWhoIsToldOtherwise() {
		assertThat(this.request.mustTellPatient()).isFalse();
		assertThat(aRequest().withoutEmail().submit(this.vault).mustTellPatient()).isFalse();
		assertThat(aRequest().byHelper().submit(this.vault).mustTellPatient()).isFalse();
		assertThat(aRequest().by(Relation.DOCTOR, null).submit(this.vault).mustTellPatient()).isFalse();
		assertThat(aRequest().byHelper().withoutEmail().suspect(this.vault).mustTellPatient()).isFalse();
		assertThat(aRequest().by(Relation.GUARDIAN, null).withoutEmail().submit(this.vault).mustTellPatient())
			.as("a guardian decides")
			.isFalse();
		SecondOpinionRequest ended = aRequest().byHelper().withoutEmail().submit(this.vault);
		ended.close(ClosingReason.NO_ANSWER, Farewell.by(Told.CALL), decision(), this.vault);
		assertThat(ended.mustTellPatient()).isFalse();
	}

	@Test
	void whoGivesTheirAddressUpHasBeenTold() {
		SecondOpinionRequest helped = aRequest().byHelper().submit(this.vault);
		helped.correctContact(new Contact(helped.getContact().phone(), null, List.of(), null, null), NOW);
		assertThat(helped.mustTellPatient()).isFalse();
	}

	@Test
	void aPatientTakesTheRequestOver() {
		SecondOpinionRequest helped = aRequest().byHelper().submit(this.vault);
		helped.correctContact(new Contact(helped.getContact().phone(), helped.getContact().email(), List.of(), null,
				Contact.Person.HELPER), NOW);
		helped.takeOver(NOW);
		assertThat(helped.getHelper()).satisfies((helper) -> {
			assertThat(helper.acts()).isFalse();
			assertThat(helper.relievedAt()).isEqualTo(NOW);
		});
		assertThat(helped.getContact().first()).as("the helper is called first no more").isNull();
		assertThat(helped.getHistory()).last().extracting(Change::getOwnAct).isEqualTo(OwnAct.TAKEN_OVER);
		assertThat(eventsOf(helped)).contains(new LinksRevoked(helped.getId()), new LinkRenewed(helped.getId()),
				new HelperRelieved(helped.getId()));
		assertThat(helped.mayTakeOver()).isFalse();
		assertThatIllegalStateException().isThrownBy(() -> helped.takeOver(NOW));
	}

	@Test
	void nothingCanBeTakenOverWithoutAHelperAnAddressOrAnOpenRequest() {
		assertThat(this.request.mayTakeOver()).isFalse();
		assertThat(aRequest().byHelper().withoutEmail().submit(this.vault).mayTakeOver()).isFalse();
		assertThat(aRequest().by(Relation.SPOUSE, "zoe@patiente.example").submit(this.vault).mayTakeOver()).isFalse();
		assertThat(aRequest().by(Relation.GUARDIAN, null).submit(this.vault).mayTakeOver()).isFalse();
		SecondOpinionRequest ended = aRequest().byHelper().submit(this.vault);
		assertThat(ended.mayTakeOver()).isTrue();
		ended.withdraw(NOW);
		assertThat(ended.mayTakeOver()).isFalse();
	}

	@Test
	void nothingThatPrintsItTellsWhoItIsAbout() {
		assertThat(this.request.toString() + aRequest().byHelper().answers() + this.request.getPatient()
				+ this.request.getContact() + this.request.narrative(this.vault)
				+ aRequest().byHelper().answers().helper() + this.request.getContact().phone()
				+ this.request.getContact().email())
			.doesNotContain("Zo", "Brien", "1952", "zoe@", "612345678", "histoire", "Camille", "BREAST");
	}

	@SuppressWarnings("unchecked")
	private static java.util.Collection<Object> eventsOf(SecondOpinionRequest request) {
		return (java.util.Collection<Object>) ReflectionTestUtils.invokeMethod(request, "domainEvents");
	}

	private static void assertLacks(Lack lack, ThrowingCallable end) {
		assertThatExceptionOfType(UnkindEndException.class).isThrownBy(end)
			.extracting(UnkindEndException::lack)
			.isEqualTo(lack);
	}

	private static Decision decision() {
		return Decision.by(ANNE, NOW);
	}

}
