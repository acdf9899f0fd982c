package org.secondavis.followup;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.secondavis.HttpTest;
import org.secondavis.Visitor.Page;
import org.secondavis.conversation.Message;
import org.secondavis.conversation.Messages;
import org.secondavis.encryption.Vault;
import org.secondavis.request.StaffId;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.StaffMother;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.Together.atOnce;
import static org.secondavis.request.RequestMother.aRequest;

class MessagesTests extends HttpTest {

	@Autowired
	private Patient patient;

	@Autowired
	private Messages messages;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private Conversation conversation;

	@Autowired
	private Vault vault;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void send() {
		this.patient.sends(this.visitor, aRequest()).showsACode();
	}

	@Test
	void aMessageReachesTheClinicWhichIsTold() {
		Page answer = write("Une question\r\n<b>confidentielle</b>", "a");
		assertThat(this.patient.follows(answer).body())
			.contains("role=\"status\"", "Une question\n&lt;b&gt;confidentielle&lt;/b&gt;",
					"Pas encore lu par la clinique")
			.doesNotContain("??");
		assertThat(this.patient.mails()).containsExactly("message to CLINIC");
		assertThat(this.jdbc.sql("select position('confidentielle' in encode(text, 'escape')) from message")
			.query(Integer.class)
			.list()).containsOnly(0);
	}

	@Test
	void aDoubleClickMakesOneMessageAndOneMail() {
		write("Bonjour", "a");
		assertThat(write("Bonjour", "a").status()).isEqualTo(302);
		assertThat(stored()).hasSize(1);
		assertThat(this.patient.mails()).hasSize(1);
	}

	@Test
	void twoClicksAtTheSameTimeMakeOneMessage() {
		atOnce(4,
				() -> this.conversation.write(this.patient.request().getReference(), new MessageForm("Bonjour", "a")));
		assertThat(stored()).hasSize(1);
		assertThat(this.patient.mails()).hasSize(1);
	}

	/** It would be erased with the clock of what lies in the clinic's records. */
	@Test
	void aMessageThatFollowsAHandOverHasToBeHandedOverToo() {
		this.jdbc.sql("update second_opinion_request set status = 'CLOSED', handed_over_at = now() where id = ?")
			.param(this.patient.request().getId())
			.update();
		write("Bonjour", "a");
		assertThat(this.jdbc.sql("select handed_over_at is null from second_opinion_request where id = ?")
			.param(this.patient.request().getId())
			.query(Boolean.class)
			.single()).isTrue();
	}

	@Test
	void anotherTextFromTheSamePageOrTheSameFromAnotherIsAnotherMessage() {
		write("Bonjour", "a");
		write("Bonjour encore", "a");
		write("Bonjour", "b");
		assertThat(stored()).hasSize(3);
	}

	@Test
	void whatIsTooLongOrBlankIsExplainedAndKept() {
		Page page = write("é".repeat(4001), "a");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.body()).contains("Enlevez un signe", "é".repeat(4001)).doesNotContain("??");
		assertThat(write(" \r\n ", "a").body()).contains("Écrivez votre message");
		assertThat(stored()).isEmpty();
		assertThat(write("é".repeat(4000), "a").status()).isEqualTo(302);
	}

	@Test
	void theLinkAloneTellsThatThereIsAMessageAndNothingMore() {
		answer("Une réponse confidentielle");
		assertThat(this.patient.opens("").body()).contains("Vous avez un nouveau message.")
			.doesNotContain("réponse confidentielle");
		assertThat(this.patient.opens("/messages").body()).contains("Une réponse confidentielle", "La clinique");
		assertThat(this.patient.opens("").body()).contains("Aucun nouveau message.");
		assertThat(stored().get(0).getReadAt()).isNotNull();
	}

	@Test
	void whatIsNewIsMarkedOnce() {
		answer("Une réponse");
		assertThat(this.patient.opens("/messages").body()).contains(">Nouveau<");
		assertThat(this.patient.opens("/messages").body()).contains("Une réponse").doesNotContain(">Nouveau<");
	}

	@Test
	void thePatientIsToldOfAnAnswer() {
		answer("Une réponse");
		assertThat(this.patient.mails()).containsExactly("message to PATIENT");
	}

	@Test
	void aMessageThatCannotBeOpenedDoesNotHideTheOthers() {
		write("Première", "a");
		this.jdbc.sql("update message set text = '\\x00'").update();
		write("Seconde", "a");
		assertThat(this.patient.opens("/messages").body()).contains("ne peut pas être affiché", "Seconde");
	}

	private Page write(String text, String page) {
		return this.patient.posts("/messages", "message", text, "page", page, "action", "send");
	}

	private void answer(String text) {
		StaffId anne = new StaffId(this.accounts.save(StaffMother.aMember(Role.DOCTOR)).getId());
		this.messages
			.save(Message.ofClinic(this.patient.request().getId(), anne, "a", text, this.vault, Instant.now()));
	}

	private List<Message> stored() {
		return this.messages.findByRequestIdOrderByWrittenAt(this.patient.request().getId());
	}

}
