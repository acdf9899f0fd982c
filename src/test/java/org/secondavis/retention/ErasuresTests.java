package org.secondavis.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.secondavis.ApplicationTest;
import org.secondavis.access.KnownDevices;
import org.secondavis.access.OneTimeCodes;
import org.secondavis.clinic.Retention;
import org.secondavis.conversation.InternalNote;
import org.secondavis.conversation.InternalNotes;
import org.secondavis.conversation.Message;
import org.secondavis.conversation.Messages;
import org.secondavis.document.Availability;
import org.secondavis.document.Paper;
import org.secondavis.document.PaperType;
import org.secondavis.document.Papers;
import org.secondavis.encryption.SecretToken;
import org.secondavis.encryption.Vault;
import org.secondavis.opinion.OpinionMother;
import org.secondavis.opinion.Outcome;
import org.secondavis.opinion.PatientOpinions;
import org.secondavis.request.ClosingReason;
import org.secondavis.request.Contact;
import org.secondavis.request.Decision;
import org.secondavis.request.Farewell;
import org.secondavis.request.EmailAddress;
import org.secondavis.request.FollowUpLinks;
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.request.Told;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.StaffMother;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.secondavis.Together.atOnce;
import static org.secondavis.Together.meanwhile;
import static org.secondavis.request.RequestMother.aRequest;

@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class ErasuresTests {

	@Autowired
	private Erasures erasures;

	@Autowired
	private Schedule schedule;

	@Autowired
	private Requests requests;

	@Autowired
	private FollowUpLinks links;

	@Autowired
	private Papers papers;

	@Autowired
	private Messages messages;

	@Autowired
	private InternalNotes notes;

	@Autowired
	private OpinionMother opinions;

	@Autowired
	private PatientOpinions patient;

	@Autowired
	private OneTimeCodes codes;

	@Autowired
	private KnownDevices devices;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private Vault vault;

	@Autowired
	private Clock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private StaffId anne;

	@BeforeEach
	void empty() {
		this.jdbc.sql("truncate second_opinion_request, draft, outgoing_mail cascade").update();
		this.anne = new StaffId(this.accounts.save(StaffMother.aMember(Role.DOCTOR)).getId());
	}

	@Test
	void whatIsErasedIsInNoTableAnyMore(CapturedOutput output) {
		SecondOpinionRequest kept = receive(now());
		SecondOpinionRequest request = this.requests
			.save(aRequest().byHelper().of("Prénomunique", "Nomunique").submittedAt(now()).submit(this.vault));
		UUID draft = draftOf(request);
		SecretToken link = this.links.issue(request.getId()).orElseThrow();
		Paper images = new Paper(request.getId(), PaperType.IMAGES, Availability.NO);
		images.arrive(this.anne.value(), now());
		this.papers.saveAll(List.of(images));
		Message message = this.messages.save(Message.ofPatient(request.getId(), "a", "Bonjour", this.vault, now()));
		InternalNote note = new InternalNote(request.getId(), this.anne, "à rappeler", this.vault, now());
		this.notes.save(note);
		decide(request, (found, now) -> found.correctContact(
				new Contact(null, new EmailAddress("unique@patiente.example"), List.of(), null, null), now));
		SecretToken device = this.devices.add(request.getId());
		this.codes.issueAtOnce(request.getId());
		List<UUID> parts = fillTheRest(request.getId());
		decide(kept, (found, now) -> found.keepApartFrom(request.getReference(), Decision.by(this.anne, now)));
		decide(kept, (found, now) -> found.markDuplicateOf(request.getReference(), Decision.by(this.anne, now)));
		decide(request, (found, now) -> found.askErasure(now, now));
		decide(request, (found, now) -> found.takeInCharge(Decision.by(this.anne, now)));
		assertThat(tablesOfRequests())
			.allSatisfy((table) -> assertThat(rows(table)).as("a row of this test in " + table).isPositive());
		List<String> traces = new ArrayList<>(parts.stream().map(UUID::toString).toList());
		Collections.addAll(traces, request.getReference().value(), "Prénomunique", "Nomunique", "nomunique",
				"unique@patiente.example", "camille@aidant.example", request.getId().toString(), draft.toString(),
				message.getId().toString(), note.getId().toString(), paperOf(request), hex(link), hex(device));
		for (String trace : traces) {
			assertThat(tablesThatHold(trace)).as(trace).isNotEmpty();
		}
		UUID trailName = this.jdbc.sql("select trail_id from second_opinion_request where id = :id")
			.param("id", request.getId())
			.query(UUID.class)
			.single();

		this.erasures.eraseDue();

		for (String trace : traces) {
			assertThat(tablesThatHold(trace)).as(trace).isEmpty();
		}
		assertThat(this.requests.findById(kept.getId())).isPresent();
		assertThat(
				this.jdbc.sql("select count(*) from audit_entry where deed in ('CHANGE', 'ERASE') and subject = :name")
					.param("name", trailName)
					.query(Integer.class)
					.single())
			.as("lines that point to nobody")
			.isEqualTo(3);
		assertThat(output).contains("Request %s erased".formatted(request.getReference()))
			.doesNotContain("Nomunique", "unique@", request.getId().toString());
	}

	@Test
	void nothingStaysOfAnOpinionThatIsErased() {
		SecondOpinionRequest kept = receive(now());
		this.opinions.delivers(kept.getId(), Outcome.CONFIRMED);
		SecondOpinionRequest request = receive(now());
		UUID opinion = this.opinions.delivers(request.getId(), Outcome.REVISED).getId();
		this.patient.ask(request.getReference(), 1, "Et après ?");
		this.patient.agreeToDoctor(request.getReference(), this.opinions.find(request.getId()).revision(), true);
		this.opinions.adds(request.getId(), 1, "Une réponse");
		this.opinions.drafts(request.getId(), null, "Un brouillon");
		decide(request, (found, now) -> found.askErasure(now, now));
		List<String> traces = new ArrayList<>(List.of(request.getId().toString(), opinion.toString()));
		for (String table : List.of("rcp where request_id = :id", "opinion_question where opinion_id = :id",
				"addendum where opinion_id = :id", "opinion_document where opinion_id = :id")) {
			List<UUID> rows = this.jdbc.sql("select id from " + table)
				.param("id", table.startsWith("rcp") ? request.getId() : opinion)
				.query(UUID.class)
				.list();
			assertThat(rows).as(table).isNotEmpty();
			rows.forEach((row) -> traces.add(row.toString()));
		}

		this.erasures.eraseDue();

		for (String trace : traces) {
			assertThat(tablesThatHold(trace)).as(trace).isEmpty();
		}
		for (String table : List.of("opinion", "opinion_document")) {
			assertThat(this.jdbc.sql("select count(*) from " + table).query(Integer.class).single()).as(table)
				.isEqualTo(1);
		}
		for (String table : List.of("rcp", "opinion_question", "addendum")) {
			assertThat(this.jdbc.sql("select count(*) from " + table).query(Integer.class).single()).as(table).isZero();
		}
	}

	@Test
	void nothingIsErasedBeforeItsTime() {
		SecondOpinionRequest asked = receive(now());
		decide(asked, (found, now) -> found.askErasure(now.plus(Duration.ofHours(1)), now));
		SecondOpinionRequest calledOff = receive(now());
		decide(calledOff, (found, now) -> found.askErasure(now, now));
		decide(calledOff, SecondOpinionRequest::callOffErasure);
		receive(now().minus(Duration.ofDays(4000)));
		this.requests.save(aRequest().submittedAt(now().minus(Duration.ofDays(29))).suspect(this.vault));
		closed(now().minus(Duration.ofDays(364)));
		this.erasures.eraseDue();
		assertThat(count()).isEqualTo(5);
	}

	@Test
	void suspectsGoAfterThirtyDaysAndEndedRequestsAYearAfterTheirEnd() {
		this.requests.save(aRequest().submittedAt(now().minus(Duration.ofDays(30))).suspect(this.vault));
		closed(now().minus(Duration.ofDays(365)));
		this.erasures.eraseDue();
		assertThat(count()).isZero();
	}

	@Test
	void aRequestThatWasReopenedCountsFromItsLastEnd() {
		SecondOpinionRequest request = closed(now().minus(Duration.ofDays(400)));
		decide(request, (found, now) -> found.reopen(Decision.by(this.anne, now)));
		this.erasures.eraseDue();
		decide(request, (found, now) -> found.close(ClosingReason.DONE, Farewell.by(Told.CALL),
				Decision.by(this.anne, now), this.vault));
		this.erasures.eraseDue();
		assertThat(count()).isEqualTo(1);
	}

	@Test
	void whatWasHandedOverGoesNinetyDaysLater() {
		SecondOpinionRequest early = handedOver(now().minus(Duration.ofDays(89)));
		SecondOpinionRequest due = handedOver(now().minus(Duration.ofDays(90)));
		this.erasures.eraseDue();
		assertThat(this.requests.findById(early.getId())).isPresent();
		assertThat(this.requests.findById(due.getId())).isEmpty();
	}

	@Test
	void whoeverTakesUpWhatWasHandedOverKeepsIt() {
		SecondOpinionRequest request = handedOver(now().minus(Duration.ofDays(100)));
		decide(request, (found, now) -> found.reopen(Decision.by(this.anne, now)));
		this.erasures.eraseDue();
		assertThat(this.requests.findById(request.getId())).isPresent();
		assertThat(dateFor(request)).isEmpty();
	}

	/** The list of what is to come, the job and the pages of a request know the same. */
	@Test
	void theEarliestDateCountsInWhateverStateARequestIs() {
		Instant end = now().minus(Duration.ofDays(300));
		closed(end);
		handedOver(end);
		this.requests.save(aRequest().submittedAt(now().minus(Duration.ofDays(10))).suspect(this.vault));
		decide(handedOver(now().minus(Duration.ofDays(10))),
				(found, now) -> found.askErasure(now.plus(Duration.ofDays(1)), now));
		decide(closed(end), (found, now) -> found.askErasure(now.plus(Duration.ofDays(500)), now));
		decide(receive(now()), (found, now) -> found.askErasure(now.plus(Duration.ofDays(2)), now));
		receive(now());
		List<Schedule.Planned> planned = this.schedule.within(Duration.ofDays(400), 100);
		assertThat(planned).extracting(Schedule.Planned::reason)
			.containsExactly(ErasureReason.HANDED_OVER, ErasureReason.ASKED, ErasureReason.ASKED, ErasureReason.SUSPECT,
					ErasureReason.ENDED, ErasureReason.ENDED);
		for (Schedule.Planned one : planned) {
			Due due = this.transaction.execute((status) -> Reference.parse(one.reference())
				.flatMap(this.requests::findByReference)
				.flatMap(this.erasures::dueFor)
				.orElseThrow());
			assertThat(due.reason()).isEqualTo(one.reason());
			assertThat(due.at()).isCloseTo(one.at(), within(Duration.ofMillis(1)));
		}
		assertThat(this.schedule.within(Duration.ofDays(1), 100)).hasSize(2);
		assertThat(this.schedule.within(Duration.ofDays(400), 3)).hasSize(3);
	}

	@Test
	void aDryRunNamesWhatItWouldEraseAndErasesNothing(CapturedOutput output) {
		SecondOpinionRequest due = closed(now().minus(Duration.ofDays(400)));
		Duration year = Duration.ofDays(365);
		Retention dry = new Retention(year, Duration.ZERO, year, year, year, true);
		new Erasures(this.requests, new Schedule(this.jdbc, dry, this.clock), this.jdbc, dry, this.transaction)
			.eraseDue();
		assertThat(count()).isEqualTo(1);
		assertThat(output).contains("Dry run: request %s would be erased, ENDED since".formatted(due.getReference()))
			.doesNotContain("Request %s erased".formatted(due.getReference()));
	}

	/** Another instance that is just at a request leaves the others to this one. */
	@Test
	void whatAnotherInstanceIsErasingIsPassedOver() {
		closed(now().minus(Duration.ofDays(400)));
		closed(now().minus(Duration.ofDays(400)));
		this.transaction.executeWithoutResult((status) -> {
			assertThat(this.schedule.lockNext(Set.of())).isPresent();
			meanwhile(this.erasures::eraseDue).result();
			assertThat(count()).isEqualTo(1);
		});
	}

	@Test
	void oneThatCannotBeErasedKeepsNoOtherAndIsTriedAgain(CapturedOutput output) {
		SecondOpinionRequest stuck = closed(now().minus(Duration.ofDays(400)));
		closed(now().minus(Duration.ofDays(400)));
		closed(now().minus(Duration.ofDays(400)));
		this.jdbc.sql("""
				create function stay() returns trigger language plpgsql as 'begin raise exception ''stuck''; end';
				create trigger stay before delete on second_opinion_request for each row
				    when (old.reference = '%s') execute function stay()""".formatted(stuck.getReference())).update();
		try {
			this.erasures.eraseDue();
		}
		finally {
			this.jdbc.sql("drop function stay() cascade").update();
		}
		assertThat(count()).isEqualTo(1);
		assertThat(output).contains("Request %s could not be erased".formatted(stuck.getReference()))
			.doesNotContain("Request %s erased".formatted(stuck.getReference()));
		this.erasures.eraseDue();
		assertThat(count()).isZero();
	}

	@Test
	void theDateIsKnownAsSoonAsTheEndIs() {
		SecondOpinionRequest open = receive(now());
		assertThat(dateFor(open)).isEmpty();
		SecondOpinionRequest suspect = this.requests.save(aRequest().suspect(this.vault));
		assertThat(dateFor(suspect)).contains(suspect.getSubmittedAt().plus(Duration.ofDays(30)));
		Instant end = now().minus(Duration.ofDays(10));
		SecondOpinionRequest closed = closed(end);
		assertThat(dateFor(closed).orElseThrow()).isCloseTo(end.plus(Duration.ofDays(365)),
				within(Duration.ofSeconds(1)));
		Instant wish = now().plus(Duration.ofDays(3));
		decide(closed, (found, now) -> found.askErasure(wish, now));
		assertThat(dateFor(closed).orElseThrow()).isCloseTo(wish, within(Duration.ofSeconds(1)));
	}

	@Test
	void severalInstancesShareTheWork() {
		for (int i = 0; i < 12; i++) {
			closed(now().minus(Duration.ofDays(400)));
		}
		atOnce(3, this.erasures::eraseDue);
		assertThat(count()).isZero();
	}

	private Instant now() {
		return this.clock.instant();
	}

	private SecondOpinionRequest receive(Instant at) {
		return this.requests.save(aRequest().submittedAt(at).submit(this.vault));
	}

	private SecondOpinionRequest closed(Instant end) {
		SecondOpinionRequest request = receive(end.minus(Duration.ofDays(500)));
		decide(request, (found, now) -> found.close(ClosingReason.DONE, Farewell.by(Told.CALL),
				Decision.by(this.anne, end), this.vault));
		return request;
	}

	private SecondOpinionRequest handedOver(Instant at) {
		SecondOpinionRequest request = closed(at);
		decide(request, (found, now) -> found.handOver(Decision.by(this.anne, at)));
		return request;
	}

	private void decide(SecondOpinionRequest request, BiConsumer<SecondOpinionRequest, Instant> decision) {
		this.transaction.executeWithoutResult((status) -> {
			SecondOpinionRequest found = this.requests.findById(request.getId()).orElseThrow();
			decision.accept(found, now());
			this.requests.save(found);
		});
	}

	private Optional<Instant> dateFor(SecondOpinionRequest request) {
		return this.transaction
			.execute((status) -> this.erasures.dateFor(this.requests.findById(request.getId()).orElseThrow()));
	}

	private int count() {
		return this.jdbc.sql("select count(*) from second_opinion_request").query(Integer.class).single();
	}

	private String paperOf(SecondOpinionRequest request) {
		return this.jdbc.sql("select id from paper where request_id = :id")
			.param("id", request.getId())
			.query(UUID.class)
			.single()
			.toString();
	}

	/** The emptied draft from which the request was made. */
	private UUID draftOf(SecondOpinionRequest request) {
		UUID draft = this.jdbc.sql("select draft_id from second_opinion_request where id = :id")
			.param("id", request.getId())
			.query(UUID.class)
			.single();
		this.jdbc.sql("""
				insert into draft (id, version, token_hash, started_at, expires_at)
				values (:id, 0, :hash, now(), now() + interval '7 days')
				""").param("id", draft).param("hash", SecretToken.random().hash()).update();
		return draft;
	}

	/** A row in each table that has none yet; their ids. */
	private List<UUID> fillTheRest(UUID request) {
		Map<String, UUID> ids = new HashMap<>();
		for (String part : List.of("file", "call", "appointment", "time", "act", "opinion", "rcp", "question",
				"addendum", "document", "opinionAct")) {
			ids.put(part, UUID.randomUUID());
		}
		for (String insert : """
				insert into uploaded_file (id, version, request_id, name, size, type, state, received_at, scan_due, store)
				values (:file, 0, :request, '', 1, 'PDF', 'CLEAN', now(), now(), 'DATABASE');
				insert into file_chunk values (:file, 0, '');
				insert into phone_call (id, version, request_id, author, written_at, text, person, outcome)
				values (:call, 0, :request, :anne, now(), '', 'PATIENT', 'REACHED');
				insert into appointment (id, version, request_id, doctor_id, visit, state, created_at, sequence)
				values (:appointment, 0, :request, :anne, 'VIDEO', 'CANCELLED', now(), 0);
				insert into appointment_time (id, version, appointment_id, doctor_id, state, begins, ends)
				values (:time, 0, :appointment, :anne, 'RELEASED', now(), now() + interval '1 hour');
				insert into appointment_act (id, version, appointment_id, act, at, times)
				values (:act, 0, :appointment, 'CANCELLED', now(), '{}');
				insert into opinion (id, version, request_id, changes_plan, words, edited_by, edited_at)
				values (:opinion, 0, :request, false, '', :anne, now());
				insert into rcp (id, version, request_id, state, day, roles, noted_by, noted_at)
				values (:rcp, 0, :request, 'PLANNED', now(), '{}', :anne, now());
				insert into opinion_question (id, opinion_id, number, text, asked_at)
				values (:question, :opinion, 1, '', now());
				insert into addendum (id, version, opinion_id, text, edited_by, edited_at)
				values (:addendum, 0, :opinion, '', :anne, now());
				insert into opinion_document (id, opinion_id, audience, language, content, made_at)
				values (:document, :opinion, 'PATIENT', 'fr', '', now());
				insert into opinion_act (id, version, request_id, act, author, at)
				values (:opinionAct, 0, :request, 'SIGNED', :anne, now())"""
			.split(";")) {
			this.jdbc.sql(insert).params(ids).param("request", request).param("anne", this.anne.value()).update();
		}
		return List.copyOf(ids.values());
	}

	/** All tables that refer to requests, or to a table that does. */
	private List<String> tablesOfRequests() {
		return this.jdbc.sql("""
				with recursive part as (
				    select 'second_opinion_request'::regclass::oid as id
				    union
				    select c.conrelid from pg_constraint c join part on c.confrelid = part.id where c.contype = 'f')
				select id::regclass::text from part
				""").query(String.class).list();
	}

	private int rows(String table) {
		return this.jdbc.sql("select count(*) from " + table).query(Integer.class).single();
	}

	private static String hex(SecretToken token) {
		return HexFormat.of().formatHex(token.hash());
	}

	/** Looks at every column of every row; bytes as text and in hexadecimal digits. */
	private List<String> tablesThatHold(String trace) {
		List<String> tables = this.jdbc.sql(
				"select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
			.query(String.class)
			.list();
		String bytes = HexFormat.of().formatHex(trace.getBytes(java.nio.charset.StandardCharsets.UTF_8));
		return tables.stream()
			.filter((table) -> this.jdbc.sql(
					"select count(*) from \"%s\" t where position(:trace in t::text) > 0 or position(:bytes in t::text) > 0"
						.formatted(table))
				.param("trace", trace)
				.param("bytes", bytes)
				.query(Integer.class)
				.single() > 0)
			.toList();
	}

}
