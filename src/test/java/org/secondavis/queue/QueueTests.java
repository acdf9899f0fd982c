package org.secondavis.queue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.secondavis.ApplicationTest;
import org.secondavis.clinic.ClosedPeriod;
import org.secondavis.clinic.ClosedPeriods;
import org.secondavis.clinic.SettingGroup;
import org.secondavis.clinic.SettingGroups;
import org.secondavis.clinic.Target;
import org.secondavis.document.PaperType;
import org.secondavis.mail.OutgoingMail.State;
import org.secondavis.request.Helper.Relation;
import org.secondavis.request.Reference;
import org.secondavis.request.RequestMother;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.Situation.CancerSite;
import org.secondavis.request.Status;
import org.secondavis.review.Desk;
import org.secondavis.review.Urgency;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffMember;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;

@ApplicationTest
class QueueTests {

	private static final Instant NOW = Instant.now();

	@Autowired
	private Queue queue;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Desk desk;

	@Autowired
	private SettingGroups settings;

	@Autowired
	private ClosedPeriods periods;

	private StaffMember anne;

	private StaffMember paul;

	@BeforeEach
	void employ() {
		this.desk.clear();
		this.anne = this.desk.employ("Anne Martin", Role.DOCTOR);
		this.paul = this.desk.employ("Paul Petit", Role.SECRETARIAT);
	}

	@Test
	void theNewestRequestComesFirst() {
		SecondOpinionRequest old = received(daysAgo(3));
		SecondOpinionRequest recent = received(daysAgo(1));
		assertThat(references(find(asked()))).containsExactly(of(recent), of(old));
	}

	@Test
	void whatPressesMostComesFirst() {
		SecondOpinionRequest written = received(daysAgo(2));
		this.desk.writes(written, "Une question");
		SecondOpinionRequest recent = received(daysAgo(1));
		SecondOpinionRequest late = received(daysAgo(30));
		SecondOpinionRequest later = received(daysAgo(40));
		SecondOpinionRequest soon = this.desk.receive(aRequest().planned(today().plusDays(9)).submittedAt(NOW));
		SecondOpinionRequest sooner = this.desk.receive(aRequest().planned(today()).submittedAt(daysAgo(1)));
		SecondOpinionRequest far = this.desk.receive(aRequest().planned(today().plusDays(40)).submittedAt(NOW));
		assertThat(references(find(asked()))).containsExactly(of(sooner), of(soon), of(later), of(late), of(written),
				of(far), of(recent));
	}

	@Test
	void whatNobodyHasTakenComesBackToTheTop() {
		Instant longAgo = daysAgo(5);
		SecondOpinionRequest taken = received(longAgo);
		this.desk.put(taken, Status.IN_REVIEW);
		this.desk.assign(taken, this.anne);
		SecondOpinionRequest waiting = received(longAgo.minusSeconds(1));
		SecondOpinionRequest written = received(NOW);
		this.desk.writes(written, "Une question");
		assertThat(references(find(asked()))).containsExactly(of(waiting), of(written), of(taken));
		assertThat(find(asked()).rows()).extracting(QueueRow::unclaimed).containsExactly(true, false, false);
	}

	@Test
	void theListsBesideItSayWhoseTurnItIs() {
		this.desk.put(received(NOW), Status.TO_COMPLETE);
		this.desk.assign(received(NOW), this.anne);
		this.desk.assign(received(NOW), this.paul);
		SecondOpinionRequest ended = received(NOW);
		this.desk.assign(ended, this.anne);
		this.desk.put(ended, Status.CLOSED);
		this.desk.suspect(aRequest());
		assertThat(find(asked()).lists()).isEqualTo(new WorkLists(3, 1, 1, 1, 1, 0));
	}

	@Test
	void eachStatusHasItsTimeAndEndedRequestsAreNeverLate() {
		Instant twelveWorkingDaysAgo = daysAgo(19);
		for (Status status : Status.values()) {
			this.desk.put(received(twelveWorkingDaysAgo), status);
		}
		assertThat(find(status("ALL")).rows()).filteredOn((row) -> row.lateBy() > 0)
			.extracting(QueueRow::status)
			.containsExactlyInAnyOrder(Status.NEW, Status.IN_REVIEW);
	}

	@Test
	void lateIsWhatTheClinicSaysNow() {
		SecondOpinionRequest request = received(daysAgo(19));
		this.desk.put(request, Status.IN_REVIEW);
		aim(Target.IN_REVIEW, "30");
		assertThat(find(asked()).rows()).extracting(QueueRow::lateBy).containsExactly(0);
		aim(Target.IN_REVIEW, "2");
		int late = find(asked()).rows().get(0).lateBy();
		ClosedPeriod closed = this.periods
			.save(new ClosedPeriod(today().minusDays(18), today().minusDays(12), "Fermeture"));
		assertThat(find(asked()).rows().get(0).lateBy()).isLessThan(late - 2);
		this.periods.delete(closed);
		aim(Target.IN_REVIEW, "");
		assertThat(find(asked()).rows()).extracting(QueueRow::lateBy).doesNotContain(late);
	}

	private void aim(Target target, String days) {
		SettingGroup targets = this.settings.findByPrefix(SettingGroup.TARGETS);
		targets.put(target.setting(), days);
		this.settings.save(targets);
	}

	@Test
	void theOldestCanComeFirst() {
		SecondOpinionRequest old = received(daysAgo(3));
		SecondOpinionRequest recent = received(daysAgo(1));
		assertThat(references(find(sorted("oldest")))).containsExactly(of(old), of(recent));
	}

	@Test
	void thePlannedTreatmentsComeInTheirOrderAndThoseWithoutLast() {
		SecondOpinionRequest none = received(daysAgo(1));
		SecondOpinionRequest later = this.desk.receive(aRequest().planned(today().plusDays(30)));
		SecondOpinionRequest soon = this.desk.receive(aRequest().planned(today().plusDays(3)));
		assertThat(references(find(sorted("planned")))).containsExactly(of(soon), of(later), of(none));
	}

	@Test
	void openRequestsAreShownUnlessOthersAreAskedFor() {
		for (Status status : Status.values()) {
			this.desk.put(received(NOW), status);
		}
		assertThat(find(asked()).rows()).extracting(QueueRow::status)
			.containsExactlyInAnyOrder(Status.NEW, Status.IN_REVIEW, Status.TO_COMPLETE);
		assertThat(find(status("ENDED")).rows()).extracting(QueueRow::status)
			.containsExactlyInAnyOrder(Status.DELIVERED, Status.REFERRED, Status.DUPLICATE, Status.CLOSED);
		assertThat(find(asked()).counts()).hasSize(Status.values().length)
			.allSatisfy((status, count) -> assertThat(count).isOne());
	}

	@ParameterizedTest
	@EnumSource
	void eachStatusHasItsList(Status status) {
		SecondOpinionRequest wanted = received(NOW);
		received(NOW);
		this.desk.put(received(NOW), (status == Status.CLOSED) ? Status.REFERRED : Status.CLOSED);
		this.desk.put(wanted, status);
		assertThat(references(find(status(status.name())))).contains(of(wanted));
		assertThat(find(status(status.name())).rows()).extracting(QueueRow::status).containsOnly(status);
	}

	@Test
	void oneSiteOfCancerCanBeChosen() {
		SecondOpinionRequest lung = this.desk.receive(aRequest().at(CancerSite.LUNG));
		received(NOW);
		assertThat(references(find(new QueueParameters(null, "LUNG", null, null, null, null, null, null, null))))
			.containsExactly(of(lung));
	}

	@Test
	void oneAssigneeCanBeChosen() {
		SecondOpinionRequest mine = received(NOW);
		SecondOpinionRequest theirs = received(NOW);
		SecondOpinionRequest nobodys = received(NOW);
		this.desk.assign(mine, this.anne);
		this.desk.assign(theirs, this.paul);
		assertThat(references(find(assignee("me")))).containsExactly(of(mine));
		assertThat(references(find(assignee(this.paul.id().toString())))).containsExactly(of(theirs));
		assertThat(references(find(assignee("none")))).containsExactly(of(nobodys));
		assertThat(find(assignee("me")).rows().get(0).assignee()).isEqualTo("Anne Martin");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "zoe", "ZOË", "Zoë O'Brien", "o’brien", "D'ETE zoe", "  brien   zoë ", "zoe@patiente.example",
					"ZOE@PATIENTE", "06 12 34 56 78", "06.12.34.56.78", "0612345678", "+33 6 12 34 56 78",
					"0033612345678", "+33 (0)6 12 34 56 78", "0033 (0) 6 12 34 56 78", "33612345678", "12 34 56" })
	void aPatientIsFoundHoweverTheNameOrNumberIsTyped(String q) {
		SecondOpinionRequest zoe = this.desk.receive(aRequest());
		this.desk.put(zoe, Status.CLOSED);
		assertThat(references(find(search(q)))).containsExactly(of(zoe));
	}

	@ParameterizedTest
	@ValueSource(strings = { "zoe dupont", "07 12 34 56 78", "%", "_", "z_e", "zoe\\", "100%", "é%è" })
	void whatDoesNotFitIsNotFound(String q) {
		received(NOW);
		assertThat(find(search(q)).rows()).isEmpty();
	}

	@Test
	void aWildcardIsAnOrdinarySign() {
		SecondOpinionRequest odd = this.desk.receive(aRequest().of("Zoë", "50%_\\Durand"));
		received(NOW);
		assertThat(references(find(search("50%")))).containsExactly(of(odd));
		assertThat(references(find(search("%_\\d")))).containsExactly(of(odd));
	}

	@Test
	void aHelperIsFoundToo() {
		SecondOpinionRequest helped = this.desk.receive(aRequest().of("Jean", "Petit").byHelper());
		received(NOW);
		assertThat(references(find(search("camille ng")))).containsExactly(of(helped));
		assertThat(references(find(search("06 98 76 54 32")))).containsExactly(of(helped));
		assertThat(find(search("camille ng")).rows().get(0).byHelper()).isTrue();
	}

	@Test
	void aPatientWhoIsStillToBeToldIsMarkedByTheRulesOfTheDomain() {
		for (RequestMother mother : List.of(aRequest(), aRequest().withoutEmail(), aRequest().byHelper(),
				aRequest().byHelper().withoutEmail(), aRequest().by(Relation.GUARDIAN, null).withoutEmail(),
				aRequest().by(Relation.DOCTOR, null).withoutEmail(),
				aRequest().by(Relation.SPOUSE, "ZOE@patiente.example"))) {
			SecondOpinionRequest request = this.desk.receive(mother);
			assertThat(find(search(of(request).substring(3, 8))).rows().get(0).untold())
				.isEqualTo(request.mustTellPatient());
		}
	}

	@Test
	void aPatientWhoHasBeenToldIsMarkedNoMore() {
		SecondOpinionRequest told = this.desk.receive(aRequest().byHelper().withoutEmail());
		assertThat(find(asked()).rows()).singleElement().matches(QueueRow::untold);
		this.jdbc.sql("update second_opinion_request set helper_patient_told_at = now() where id = :id")
			.param("id", told.getId())
			.update();
		assertThat(find(asked()).rows()).singleElement().matches((row) -> !row.untold() && row.byHelper());
		this.jdbc.sql("update second_opinion_request set helper_relieved_at = now() where id = :id")
			.param("id", told.getId())
			.update();
		assertThat(find(asked()).rows()).singleElement().matches((row) -> !row.byHelper());
	}

	@Test
	void aPartOfAReferenceIsEnough() {
		SecondOpinionRequest request = received(NOW);
		assertThat(references(find(search(of(request).substring(0, 7).toLowerCase(Locale.ROOT)))))
			.containsExactly(of(request));
	}

	@Test
	void aSearchCanBeNarrowedToAStatus() {
		SecondOpinionRequest closed = received(NOW);
		this.desk.put(closed, Status.CLOSED);
		received(NOW);
		assertThat(references(find(new QueueParameters("CLOSED", null, null, null, "zoe", null, null, null, null))))
			.containsExactly(of(closed));
	}

	@Test
	void controlSignsInASearchDoNoHarm() {
		SecondOpinionRequest zoe = received(NOW);
		assertThat(references(find(search("zoe\u0000\n")))).containsExactly(of(zoe));
	}

	@ParameterizedTest
	@ValueSource(strings = { "open", "NEW,CLOSED", "'; drop table paper; --", "é" })
	void anUnknownFilterIsLeftOutAndSaidSo(String code) {
		SecondOpinionRequest request = received(NOW);
		QueueFilter filter = filter(new QueueParameters(code, code, code, code, null, code, code, code, code));
		assertThat(filter.partlyUnknown()).isTrue();
		assertThat(references(this.queue.find(filter))).containsExactly(of(request));
	}

	@Test
	void anUnknownAccountIsLeftOutAndSaidSo() {
		assertThat(filter(assignee(UUID.randomUUID().toString())).partlyUnknown()).isTrue();
		assertThat(filter(asked()).partlyUnknown()).isFalse();
	}

	@Test
	void theListComesInPagesAndAPageBeyondTheEndIsTheLast() {
		IntStream.range(0, Queue.PAGE_SIZE + 2).forEach((i) -> received(NOW.minusSeconds(i)));
		assertThat(find(asked()).rows()).hasSize(Queue.PAGE_SIZE);
		assertThat(find(page("2")).rows()).hasSize(2).doesNotContainAnyElementsOf(find(asked()).rows());
		assertThat(find(page("999999999"))).isEqualTo(find(page("2")));
		assertThat(find(page("-1"))).isEqualTo(find(asked()));
		assertThat(find(asked()).total()).isEqualTo(Queue.PAGE_SIZE + 2);
	}

	@Test
	void whoTurnsThePageSkipsNothingAndSeesNothingTwiceThoughOthersComeAndGo() {
		IntStream.range(0, 2 * Queue.PAGE_SIZE + 3).forEach((i) -> received(NOW.minusSeconds(i)));
		List<String> all = IntStream.of(1, 2, 3)
			.mapToObj((number) -> references(find(page("" + number))))
			.flatMap(List::stream)
			.toList();
		QueuePage first = find(asked());
		assertThat(first.before()).isNull();
		assertThat(first.after()).isEqualTo(all.get(Queue.PAGE_SIZE - 1));
		received(NOW.plusSeconds(1));
		this.jdbc.sql("update second_opinion_request set assignee = null, status = 'CLOSED' where reference = :last")
			.param("last", first.after())
			.update();
		QueuePage second = find(after(first.after()));
		assertThat(references(second)).isEqualTo(all.subList(Queue.PAGE_SIZE, 2 * Queue.PAGE_SIZE));
		assertThat(second.first()).isEqualTo(Queue.PAGE_SIZE + 1);
		assertThat(second.last()).isEqualTo(2 * Queue.PAGE_SIZE);
		QueuePage third = find(after(second.after()));
		assertThat(references(third)).isEqualTo(all.subList(2 * Queue.PAGE_SIZE, all.size()));
		assertThat(third.after()).isNull();
		assertThat(references(find(before(third.before())))).isEqualTo(references(second));
		assertThat(references(find(before(second.before())))).contains(all.get(0)).doesNotContain(first.after());
		assertThat(references(find(after(Reference.random().value())))).startsWith(references(find(asked())).get(0));
	}

	@Test
	void whoTurnsToAPageThatIsGoneSeesTheLastOne() {
		IntStream.range(0, Queue.PAGE_SIZE + 2).forEach((i) -> received(NOW.minusSeconds(i)));
		List<String> all = IntStream.of(1, 2)
			.mapToObj((number) -> references(find(page("" + number))))
			.flatMap(List::stream)
			.toList();
		String last = all.get(Queue.PAGE_SIZE - 1);
		assertThat(references(find(after(all.get(all.size() - 1))))).as("nothing has changed")
			.isEqualTo(all.subList(Queue.PAGE_SIZE, all.size()));
		this.jdbc.sql("update second_opinion_request set status = 'CLOSED' where reference = any (:gone)")
			.param("gone", all.subList(Queue.PAGE_SIZE, all.size()).toArray(String[]::new))
			.update();
		assertThat(references(find(after(last)))).isEqualTo(all.subList(0, Queue.PAGE_SIZE));
	}

	@Test
	void whatStandsOutCanBeListedAlone() {
		SecondOpinionRequest late = this.desk.receive(other("Anne", 1).submittedAt(daysAgo(30)));
		SecondOpinionRequest soon = this.desk.receive(other("Bea", 2).planned(today().plusDays(2)).submittedAt(NOW));
		SecondOpinionRequest written = this.desk.receive(other("Carl", 3).submittedAt(NOW));
		this.desk.writes(written, "Une question");
		SecondOpinionRequest failed = this.desk.receive(other("Dora", 4).submittedAt(NOW));
		this.desk.mail(failed, State.GIVEN_UP);
		for (SecondOpinionRequest request : List.of(late, soon, written)) {
			this.desk.hasAtHand(request, PaperType.values());
		}
		assertThat(references(find(flagged("late")))).containsExactly(of(late));
		assertThat(references(find(flagged("soon")))).containsExactly(of(soon));
		assertThat(references(find(flagged("message")))).containsExactly(of(written));
		assertThat(references(find(flagged("mail")))).containsExactly(of(failed));
		assertThat(references(find(flagged("papers")))).containsExactly(of(failed));
		assertThat(find(flagged("papers")).total()).isOne();
		assertThat(find(flagged("twin")).rows()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			Zoe,   Dupont,        1952-02-29, +33611111111, z1@patiente.example
			Zoë,   Dupond,        1952-02-29, +33611111111, z1@patiente.example
			ZOE,   Martin-Dupont, 1952-02-29, +33611111111, z1@patiente.example
			Dupont,Zoé,           1952-02-29, +33611111111, z1@patiente.example
			Paul,  Petit,         1980-01-01, +33600000001, z1@patiente.example
			Paul,  Petit,         1980-01-01, +33611111111, ZOE@patiente.example
			""")
	void whoMayBeTheSamePersonIsMarked(String first, String last, LocalDate born, String phone, String email) {
		this.desk.receive(aRequest().of("Zoé", "Dupont").reachedAt("+33600000001", "zoe@patiente.example"));
		this.desk.receive(aRequest().of(first, last).born(born).reachedAt(phone, email));
		assertThat(find(asked()).rows()).hasSize(2).allMatch(QueueRow::twin);
		assertThat(find(flagged("twin")).total()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			Paul, Petit,  1952-02-29, +33611111111, p@patient.example
			Zoé,  Dupont, 1953-02-28, +33611111111, p@patient.example
			""")
	void whoIsSomebodyElseIsNot(String first, String last, LocalDate born, String phone, String email) {
		this.desk.receive(aRequest().of("Zoé", "Dupont").reachedAt("+33600000001", "zoe@patiente.example"));
		this.desk.receive(aRequest().of(first, last).born(born).reachedAt(phone, email));
		assertThat(find(asked()).rows()).hasSize(2).noneMatch(QueueRow::twin);
	}

	@Test
	void anEndedRequestIsATwinForOthersButAsksNobody() {
		SecondOpinionRequest ended = received(NOW);
		this.desk.put(ended, Status.CLOSED);
		received(NOW);
		assertThat(find(asked()).rows()).singleElement().matches(QueueRow::twin);
		assertThat(find(status("CLOSED")).rows()).singleElement().matches((row) -> !row.twin());
		this.desk.put(ended, Status.DUPLICATE);
		assertThat(find(asked()).rows()).singleElement().matches((row) -> !row.twin());
	}

	@Test
	void anEssentialPaperIsMissingUnlessItIsAtHand() {
		SecondOpinionRequest request = received(NOW);
		assertThat(onlyRow().missingPapers()).isEqualTo(4);
		this.desk.hasAtHand(request, PaperType.PATHOLOGY, PaperType.IMAGES, PaperType.MEDICINES);
		assertThat(onlyRow().missingPapers()).isEqualTo(2);
	}

	@Test
	void theWorstMailSpeaksForAll() {
		SecondOpinionRequest request = received(NOW);
		assertThat(onlyRow().mails()).isEqualTo(QueueRow.MailState.WAITING);
		this.desk.allSent(request);
		assertThat(onlyRow().mails()).isEqualTo(QueueRow.MailState.SENT);
		this.desk.mail(request, State.GIVEN_UP);
		this.desk.mail(request, State.QUEUED);
		assertThat(onlyRow().mails()).isEqualTo(QueueRow.MailState.FAILED);
	}

	@Test
	void aRequestWithoutMailsSaysSo() {
		this.desk.suspect(aRequest());
		assertThat(find(status("SUSPECT")).rows().get(0).mails()).isNull();
	}

	@Test
	void aTreatmentWithinTwoWeeksIsUrgentAndOneThatHasPassedIsSaidSo() {
		assertThat(urgency(today().plusDays(14), Status.NEW)).isEqualTo(Urgency.SOON);
		assertThat(urgency(today().plusDays(20), Status.NEW)).isEqualTo(Urgency.LATER);
		assertThat(urgency(today().minusDays(2), Status.NEW)).isEqualTo(Urgency.PASSED);
		assertThat(urgency(null, Status.NEW)).isEqualTo(Urgency.NONE);
		assertThat(urgency(today().plusDays(3), Status.CLOSED)).isEqualTo(Urgency.NONE);
	}

	@Test
	void aNewRequestIsLateOnceTheAnswerIsDue() {
		SecondOpinionRequest request = received(daysAgo(40));
		QueueRow row = onlyRow();
		assertThat(row.age()).isGreaterThan(20);
		assertThat(row.lateBy()).isEqualTo(row.age() - 5);
		this.desk.put(request, Status.IN_REVIEW);
		assertThat(onlyRow().lateBy()).isEqualTo(row.age() - 10);
		this.desk.put(request, Status.CLOSED);
		assertThat(find(status("CLOSED")).rows()).extracting(QueueRow::lateBy).containsExactly(0);
	}

	private Urgency urgency(@Nullable LocalDate planned, Status status) {
		SecondOpinionRequest request = (planned != null) ? this.desk.receive(aRequest().planned(planned))
				: this.desk.receive(aRequest());
		this.desk.put(request, status);
		return find(search("zoe")).rows()
			.stream()
			.filter((row) -> row.reference().equals(of(request)))
			.findFirst()
			.orElseThrow()
			.urgency();
	}

	private static RequestMother other(String name, int number) {
		return aRequest().of(name, "Durand-" + name.repeat(3))
			.born(LocalDate.of(1950, number, 1))
			.reachedAt("+3361234567" + number, name + "@patient.example");
	}

	private SecondOpinionRequest received(Instant at) {
		return this.desk.receive(aRequest().submittedAt(at));
	}

	private QueueRow onlyRow() {
		assertThat(find(asked()).rows()).hasSize(1);
		return find(asked()).rows().get(0);
	}

	private QueuePage find(QueueParameters parameters) {
		return this.queue.find(filter(parameters));
	}

	private QueueFilter filter(QueueParameters parameters) {
		return QueueFilter.of(parameters, this.anne.id(), List.of(this.anne.id(), this.paul.id()));
	}

	private static List<String> references(QueuePage page) {
		return page.rows().stream().map(QueueRow::reference).toList();
	}

	private static String of(SecondOpinionRequest request) {
		return request.getReference().value();
	}

	private static QueueParameters asked() {
		return sorted(null);
	}

	private static QueueParameters sorted(@Nullable String sort) {
		return new QueueParameters(null, null, null, null, null, sort, null, null, null);
	}

	private static QueueParameters flagged(String flag) {
		return new QueueParameters(null, null, null, flag, null, null, null, null, null);
	}

	private static QueueParameters after(@Nullable String reference) {
		return new QueueParameters(null, null, null, null, null, null, null, reference, null);
	}

	private static QueueParameters before(@Nullable String reference) {
		return new QueueParameters(null, null, null, null, null, null, null, null, reference);
	}

	private static QueueParameters status(String status) {
		return new QueueParameters(status, null, null, null, null, null, null, null, null);
	}

	private static QueueParameters assignee(String assignee) {
		return new QueueParameters(null, null, assignee, null, null, null, null, null, null);
	}

	private static QueueParameters search(String q) {
		return new QueueParameters(null, null, null, null, q, null, null, null, null);
	}

	private static QueueParameters page(String page) {
		return new QueueParameters(null, null, null, null, null, null, page, null, null);
	}

	private static LocalDate today() {
		return LocalDate.ofInstant(NOW, ZoneOffset.ofHours(1));
	}

	private static Instant daysAgo(int days) {
		return NOW.minus(days, ChronoUnit.DAYS);
	}

}
