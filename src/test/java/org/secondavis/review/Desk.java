package org.secondavis.review;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;

import org.secondavis.conversation.Message;
import org.secondavis.conversation.Messages;
import org.secondavis.document.Availability;
import org.secondavis.document.Paper;
import org.secondavis.document.PaperType;
import org.secondavis.document.Papers;
import org.secondavis.encryption.Vault;
import org.secondavis.mail.OutgoingMail.State;
import org.secondavis.request.RequestMother;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.Status;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffMember;
import org.secondavis.staff.StaffMother;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.boot.test.context.TestComponent;

/** Lays out what the staff's workspace shows in tests. */
@TestComponent
public class Desk {

	private final Requests requests;

	private final Papers papers;

	private final Messages messages;

	private final Vault vault;

	private final JdbcClient jdbc;

	Desk(Requests requests, Papers papers, Messages messages, Vault vault, JdbcClient jdbc) {
		this.requests = requests;
		this.papers = papers;
		this.messages = messages;
		this.vault = vault;
		this.jdbc = jdbc;
	}

	public void clear() {
		this.jdbc.sql("truncate second_opinion_request, staff_account, outgoing_mail, spring_session cascade").update();
	}

	public SecondOpinionRequest receive(RequestMother request) {
		return this.requests.save(request.submit(this.vault));
	}

	public SecondOpinionRequest suspect(RequestMother request) {
		return this.requests.save(request.suspect(this.vault));
	}

	/** Brings a request there, past all rules of the domain. */
	public void put(SecondOpinionRequest request, Status status) {
		this.jdbc.sql("alter table second_opinion_request disable trigger request_move").update();
		this.jdbc.sql("update second_opinion_request set status = :status where id = :id")
			.param("status", status.name())
			.param("id", request.getId())
			.update();
		this.jdbc.sql("alter table second_opinion_request enable trigger request_move").update();
	}

	public void assign(SecondOpinionRequest request, StaffMember colleague) {
		this.jdbc.sql("update second_opinion_request set assignee = :colleague where id = :id")
			.param("colleague", colleague.id())
			.param("id", request.getId())
			.update();
	}

	public void hasAtHand(SecondOpinionRequest request, PaperType... types) {
		this.papers
			.saveAll(Arrays.stream(types).map((type) -> new Paper(request.getId(), type, Availability.HAVE)).toList());
	}

	public UUID mail(SecondOpinionRequest request, State state) {
		UUID id = UUID.randomUUID();
		this.jdbc
			.sql("""
					insert into outgoing_mail (id, version, template, recipient, request_id, status, queued_at, due, sent_at,
					    attempts, last_error)
					values (:id, 0, 'submitted', 'PATIENT', :request, :state, :now, :now,
					    case when :state = 'SENT' then :now end, 1, case when :state <> 'SENT' then 'Connection refused' end)
					""")
			.param("id", id)
			.param("request", request.getId())
			.param("state", state.name())
			.param("now", OffsetDateTime.ofInstant(Instant.now(), ZoneOffset.UTC))
			.update();
		return id;
	}

	/** The patient writes a message. */
	public void writes(SecondOpinionRequest request, String text) {
		this.messages
			.save(Message.ofPatient(request.getId(), UUID.randomUUID().toString(), text, this.vault, Instant.now()));
	}

	/** Every mail of the request has left. */
	public void allSent(SecondOpinionRequest request) {
		this.jdbc.sql("update outgoing_mail set status = 'SENT', sent_at = queued_at where request_id = :id")
			.param("id", request.getId())
			.update();
	}

	/**
	 * As many more like this one, each of another person; nobody can open their words.
	 */
	public void multiply(SecondOpinionRequest request, int times) {
		String columns = this.jdbc
			.sql("""
					select string_agg(column_name, ',') from information_schema.columns
					where table_name = 'second_opinion_request' and is_generated = 'NEVER'
					    and column_name not in ('id', 'draft_id', 'trail_id', 'reference', 'first_name', 'birth_date', 'phone', 'email')
					""")
			.query(String.class)
			.single();
		this.jdbc.sql("""
				insert into second_opinion_request (id, draft_id, reference, first_name, birth_date, phone, email, %1$s)
				select gen_random_uuid(), gen_random_uuid(), 'SA-0000-' || lpad(n::text, 4, '0'), md5(n::text),
				    date '1930-01-01' + n, '+336' || lpad(n::text, 8, '0'), n || '@patient.example', %1$s
				from second_opinion_request, generate_series(1, :times) n where id = :id
				""".formatted(columns)).param("times", times).param("id", request.getId()).update();
		this.jdbc.sql("analyze second_opinion_request").update();
	}

	public StaffMember employ(String name, Role role) {
		return employ(name, role, false);
	}

	public StaffMember employ(String name, Role role, boolean locked) {
		UUID id = UUID.randomUUID();
		String email = id + "@tilleuls.example";
		this.jdbc.sql("""
				insert into staff_account (id, version, email, name, role, locked, created_at)
				values (:id, 0, :email, :name, :role, :locked, now())
				""")
			.param("id", id)
			.param("email", email)
			.param("name", name)
			.param("role", role.name())
			.param("locked", locked)
			.update();
		return new StaffMember(id, name, email, role, null, locked);
	}

	/** From now on they sign in with {@link StaffMother#PASSWORD}. */
	public void givePassword(StaffMember member) {
		this.jdbc.sql("update staff_account set password_hash = :hash where id = :id")
			.param("hash", StaffMother.HASH)
			.param("id", member.id())
			.update();
	}

}
