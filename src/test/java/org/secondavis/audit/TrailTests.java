package org.secondavis.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.secondavis.ApplicationTest;
import org.secondavis.encryption.Vault;
import org.secondavis.request.Decision;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.StaffMother;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.secondavis.Together.atOnce;
import static org.secondavis.Together.meanwhile;
import static org.secondavis.request.RequestMother.aRequest;

/** What the database does with the trail. */
@ApplicationTest
class TrailTests {

	@Autowired
	private Trail trail;

	@Autowired
	private TestTrail lines;

	@Autowired
	private Requests requests;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private Vault vault;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@BeforeEach
	void empty() {
		this.lines.empty();
	}

	@Test
	void whatIsWrittenIsNumberedWithoutGapsAndChained() {
		note(3);
		assertThat(this.jdbc.sql("select number from audit_entry order by number").query(Long.class).list())
			.containsExactly(1L, 2L, 3L);
		assertThat(this.lines.verify("")).matches("ok: 3 rows, last 3:[0-9a-f]{64}");
	}

	@Test
	void nobodyAltersOrRemovesALine() {
		note(1);
		for (String attempt : List.of("update audit_entry set deed = 'SIGN_OUT'", "delete from audit_entry",
				"truncate audit_entry", "delete from audit_entry where false")) {
			assertThatExceptionOfType(RuntimeException.class).as(attempt)
				.isThrownBy(() -> this.jdbc.sql(attempt).update())
				.withStackTraceContaining("the audit trail is never altered");
		}
	}

	/** Under another name it would be one that nobody has opened. */
	@Test
	void nobodyRenamesWhatTheTrailTellsOf() {
		SecondOpinionRequest request = this.requests.save(aRequest().submit(this.vault));
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(
				() -> this.jdbc.sql("update second_opinion_request set trail_id = gen_random_uuid() where id = ?")
					.param(request.getId())
					.update());
	}

	@Test
	void nobodyChoosesANumberATimeOrASeal() {
		this.jdbc.sql("""
				insert into audit_entry (number, at, deed, thing, hash)
				values (77, '2000-01-01', 'OPEN', 'LIST', sha256('x'))
				""").update();
		assertThat(this.lines.all()).singleElement().satisfies((line) -> {
			assertThat(line).containsEntry("number", 1L);
			assertThat(line.get("at").toString()).doesNotStartWith("2000");
		});
		assertThat(this.lines.verify("")).startsWith("ok: 1 rows");
	}

	@Test
	void wordsAreNoCodes() {
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> this.trail
			.note(Entry.of(null, null, Deed.OPEN, Thing.LIST, "Le patient Émile Zola a un cancer")));
		assertThat(this.lines.all()).isEmpty();
	}

	@Test
	void theChainHoldsWhenManyWriteAtOnce() {
		atOnce(6, () -> note(20));
		assertThat(this.lines.verify("")).startsWith("ok: 120 rows");
	}

	@Test
	void aDecisionIsNotedWithItselfOrNotAtAll() {
		StaffAccount anne = this.accounts.save(StaffMother.aMember(Role.DOCTOR));
		SecondOpinionRequest request = this.requests.save(aRequest().submit(this.vault));
		this.lines.empty();
		this.transaction.executeWithoutResult((status) -> {
			take(request, anne);
			status.setRollbackOnly();
		});
		assertThat(this.lines.all()).isEmpty();
		this.transaction.executeWithoutResult((status) -> take(request, anne));
		assertThat(this.lines.all()).singleElement()
			.satisfies((line) -> assertThat(line).containsEntry("account", anne.getId())
				.containsEntry("role", "DOCTOR")
				.containsEntry("deed", "CHANGE")
				.containsEntry("detail", "TAKE")
				.containsEntry("subject", this.lines.nameOf(request)));
	}

	/** Whoever decides holds the trail only while the transaction ends. */
	@Test
	void nobodyWaitsForADecisionThatIsStillBeingMade() {
		StaffAccount anne = this.accounts.save(StaffMother.aMember(Role.DOCTOR));
		SecondOpinionRequest request = this.requests.save(aRequest().submit(this.vault));
		this.lines.empty();
		this.transaction.executeWithoutResult((status) -> {
			take(request, anne);
			meanwhile(() -> note(1)).result();
		});
		assertThat(this.lines.all()).extracting((line) -> line.get("deed")).containsExactly("OPEN", "CHANGE");
	}

	@Test
	void whatPatientsSendWaitsForNobodyWhoWritesIntoTheTrail() {
		this.transaction.executeWithoutResult((status) -> {
			note(1);
			assertThat(meanwhile(() -> this.requests.save(aRequest().submit(this.vault))).result()).isNotNull();
		});
	}

	@Test
	void whatIsErasedLeavesALineThatPointsToNobody() {
		SecondOpinionRequest request = this.requests.save(aRequest().submit(this.vault));
		UUID name = this.lines.nameOf(request);
		this.transaction.executeWithoutResult(
				(status) -> this.requests.delete(this.requests.findById(request.getId()).orElseThrow()));
		assertThat(this.lines.all()).singleElement()
			.satisfies((line) -> assertThat(line).containsEntry("deed", "ERASE").containsEntry("subject", name));
		assertThat(this.jdbc.sql("select count(*) from second_opinion_request where trail_id = :name")
			.param("name", name)
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void whatIsDoneAboutAnOpinionIsNoted() {
		StaffAccount anne = this.accounts.save(StaffMother.aMember(Role.DOCTOR));
		SecondOpinionRequest request = this.requests.save(aRequest().submit(this.vault));
		this.lines.empty();
		this.jdbc.sql("""
				insert into opinion_act (id, version, request_id, act, author, at)
				values (gen_random_uuid(), 0, :request, 'SIGNED', :anne, now())
				""").param("request", request.getId()).param("anne", anne.getId()).update();
		assertThat(this.lines.all()).singleElement()
			.satisfies((line) -> assertThat(line).containsEntry("thing", "OPINION")
				.containsEntry("detail", "SIGNED")
				.containsEntry("account", anne.getId())
				.containsEntry("subject", this.lines.nameOf(request)));
	}

	@Test
	void anAccountThatChangesIsNoted() {
		StaffAccount anne = this.accounts.save(StaffMother.aMember(Role.DOCTOR));
		this.jdbc.sql("update staff_account set locked = true, role = 'ADMIN' where id = :id")
			.param("id", anne.getId())
			.update();
		this.jdbc.sql("update staff_account set version = version + 1 where id = :id")
			.param("id", anne.getId())
			.update();
		assertThat(this.lines.all()).allSatisfy((line) -> assertThat(line).containsEntry("part", anne.getId()))
			.extracting((line) -> line.get("detail"))
			.containsExactly("CREATE", "ROLE", "LOCK");
	}

	private void take(SecondOpinionRequest request, StaffAccount by) {
		SecondOpinionRequest found = this.requests.findById(request.getId()).orElseThrow();
		found.takeInCharge(Decision.by(new StaffId(by.getId()), Instant.now()));
		this.requests.save(found);
	}

	private void note(int times) {
		for (int i = 0; i < times; i++) {
			this.trail.note(Entry.of(null, Role.DOCTOR, Deed.OPEN, Thing.LIST, null));
		}
	}

}
