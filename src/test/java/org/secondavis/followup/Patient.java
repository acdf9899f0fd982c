package org.secondavis.followup;

import java.time.Instant;
import java.util.List;

import org.secondavis.Multipart;
import org.secondavis.Visitor;
import org.secondavis.Visitor.Page;
import org.secondavis.access.OneTimeCodes;
import org.secondavis.encryption.Vault;
import org.secondavis.request.FollowUpLinks;
import org.secondavis.request.RequestMother;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A patient who has sent a request and holds a link to it. It looks after one patient at
 * a time: {@link #sends} begins with another.
 */
@TestComponent
class Patient {

	private final Requests requests;

	private final FollowUpLinks links;

	private final OneTimeCodes codes;

	private final Vault vault;

	private final JdbcClient jdbc;

	private Visitor visitor;

	private SecondOpinionRequest request;

	private String address;

	Patient(Requests requests, FollowUpLinks links, OneTimeCodes codes, Vault vault, JdbcClient jdbc) {
		this.requests = requests;
		this.links = links;
		this.codes = codes;
		this.vault = vault;
		this.jdbc = jdbc;
	}

	/** The first mails have left; nobody has done anything too often. */
	Patient sends(Visitor visitor, RequestMother mother) {
		this.jdbc.sql("truncate throttle").update();
		this.visitor = visitor;
		this.request = this.requests.save(mother.submittedAt(Instant.now()).submit(this.vault));
		this.jdbc.sql("delete from outgoing_mail").update();
		return newLink();
	}

	Patient newLink() {
		this.address = "/suivi/" + this.links.issue(this.request.getId()).orElseThrow().value();
		return this;
	}

	/** Takes another device, which knows nothing. */
	Patient with(Visitor visitor) {
		this.visitor = visitor;
		return this;
	}

	/** Types the code from the mail. */
	Patient showsACode() {
		Page answer = typesCode(this.codes.issueAtOnce(this.request.getId()));
		if (answer.status() != 302) {
			throw new AssertionError("The code is refused: " + answer.status());
		}
		return this;
	}

	Page typesCode(String code) {
		opens("/code");
		return posts("/code", "code", code, "action", "check", "vers", "messages");
	}

	Page opens(String part) {
		return this.visitor.get(this.address + part);
	}

	Page posts(String part, String... fields) {
		return this.visitor.post(this.address + part, fields);
	}

	Page sends(String part, Multipart form) {
		return this.visitor.post(this.address + part, form);
	}

	Page follows(Page page) {
		return this.visitor.follow(page);
	}

	String address() {
		return this.address;
	}

	SecondOpinionRequest request() {
		return this.request;
	}

	List<String> mails() {
		return this.jdbc.sql(
				"select template || ' to ' || recipient from outgoing_mail where request_id = :id order by queued_at, id")
			.param("id", this.request.getId())
			.query(String.class)
			.list();
	}

}
