package org.secondavis.audit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.secondavis.ApplicationTest;
import org.secondavis.Together.Elsewhere;
import org.secondavis.staff.Role;
import org.secondavis.staff.SafetyChanged;
import org.secondavis.staff.SafetyChanged.What;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.StaffMother;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.secondavis.Together.meanwhile;

/** What the trail holds of changes that no trigger of the database sees. */
@ApplicationTest
class SafetyTrailTests {

	@Autowired
	private Trail trail;

	@Autowired
	private TestTrail lines;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	private StaffAccount anne;

	@BeforeEach
	void empty() {
		this.anne = this.accounts.save(StaffMother.aMember(Role.DOCTOR));
		this.lines.empty();
	}

	@Test
	void aChangeIsNotedWithItselfOrNotAtAll() {
		this.transaction.executeWithoutResult((status) -> {
			change(What.PASSKEY_REMOVED);
			status.setRollbackOnly();
		});
		assertThat(this.lines.all()).isEmpty();
		this.transaction.executeWithoutResult((status) -> change(What.PASSKEY_REMOVED));
		assertThat(this.lines.all()).singleElement()
			.satisfies((line) -> assertThat(line).containsEntry("account", this.anne.getId())
				.containsEntry("role", "DOCTOR")
				.containsEntry("deed", "CHANGE")
				.containsEntry("thing", "ACCOUNTS")
				.containsEntry("detail", "PASSKEY_REMOVED")
				.containsEntry("part", this.anne.getId()));
		assertThat(this.lines.verify("")).startsWith("ok: 1 rows");
	}

	@Test
	void whatCannotBeNotedIsNotDone() {
		this.jdbc.sql("alter table audit_entry add constraint full_disk check (number < 0) not valid").update();
		try {
			assertThatExceptionOfType(RuntimeException.class)
				.isThrownBy(() -> this.transaction.executeWithoutResult((status) -> change(What.PASSKEY_ADDED)));
		}
		finally {
			this.jdbc.sql("alter table audit_entry drop constraint full_disk").update();
		}
		assertThat(mails()).isZero();
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> change(What.PASSKEY_REMOVED));
		assertThat(this.lines.all()).isEmpty();
	}

	@Test
	void nobodyWaitsForAChangeThatIsStillBeingMade() {
		this.transaction.executeWithoutResult((status) -> {
			change(What.SIGNED_OUT_EVERYWHERE);
			meanwhile(this::note).result();
		});
		assertThat(this.lines.all()).extracting((line) -> line.get("deed")).containsExactly("OPEN", "CHANGE");
	}

	/** The mail to the owner is written first, and may have to wait. */
	@Test
	void theLineIsTheLastThatIsWritten() {
		Elsewhere<?> change = this.transaction.execute((status) -> {
			this.jdbc.sql("lock table outgoing_mail in exclusive mode").update();
			Elsewhere<?> waiting = meanwhile(
					() -> this.transaction.executeWithoutResult((inner) -> change(What.PASSKEY_ADDED)));
			waiting.awaitEndOr(() -> waitingForMails() > 0);
			meanwhile(this::note).result();
			return waiting;
		});
		assertThat(change).isNotNull();
		change.result();
		assertThat(this.lines.all()).extracting((line) -> line.get("deed")).containsExactly("OPEN", "CHANGE");
		assertThat(mails()).isOne();
	}

	private void change(What what) {
		this.events.publishEvent(new SafetyChanged(this.anne.getId(), this.anne.getId(), what));
	}

	private void note() {
		this.trail.note(Entry.of(null, Role.DOCTOR, Deed.OPEN, Thing.LIST, null));
	}

	private int waitingForMails() {
		return this.jdbc.sql("select count(*) from pg_locks where relation = 'outgoing_mail'::regclass and not granted")
			.query(Integer.class)
			.single();
	}

	private int mails() {
		return this.jdbc.sql("select count(*) from outgoing_mail where account_id = :anne")
			.param("anne", this.anne.getId())
			.query(Integer.class)
			.single();
	}

}
