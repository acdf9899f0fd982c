package org.secondavis.mail;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.secondavis.encryption.SecretToken;
import org.secondavis.intake.ResumeLinkWanted;
import org.secondavis.request.EmailAddress;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/** Mail to somebody who has sent nothing yet. */
@MailTest
class DraftMailsTests {

	private static final String ADDRESS = "zoe@patiente.example";

	@Autowired
	private Dispatcher dispatcher;

	@Autowired
	private MutableClock clock;

	@Autowired
	private MailBench bench;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transaction;

	private final UUID draft = UUID.randomUUID();

	@BeforeEach
	void begin() {
		this.bench.reset();
		this.jdbc.sql("""
				insert into draft (id, version, token_hash, content, started_at, expires_at)
				values (:id, 0, :hash, '\\x00', '2026-11-23', '2026-11-30 12:00Z')
				""").param("id", this.draft).param("hash", SecretToken.random().hash()).update();
	}

	@Test
	void theLinkComesWithoutAWordOnHealthOrAName() throws Exception {
		wantsALink(ADDRESS, Locale.FRENCH);
		this.dispatcher.dispatch();
		MimeMessage mail = this.bench.received(ADDRESS).get(0);
		assertThat(mail.getSubject()).isEqualTo("Reprendre votre formulaire");
		assertThat(parts(mail)).allSatisfy((part) -> {
			assertThat(part).contains("Bonjour,", "jusqu’au lun. 30 nov. 2026")
				.doesNotContainIgnoringCase("cancer", "avis médical", "santé", "malad", "patient", "Zoë");
			Matcher link = Pattern.compile("https://avis\\.example/demande/reprendre/([\\w-]{43})").matcher(part);
			assertThat(link.find()).isTrue();
			assertThat(this.jdbc.sql("select draft_id from resume_link where token_hash = :hash")
				.param("hash", new SecretToken(link.group(1)).hash())
				.query(UUID.class)
				.single()).isEqualTo(this.draft);
		});
	}

	@Test
	void itSpeaksTheLanguageOfThePage() throws Exception {
		wantsALink(ADDRESS, Locale.ENGLISH);
		this.dispatcher.dispatch();
		assertThat(this.bench.received(ADDRESS).get(0).getSubject()).isEqualTo("Going on with your form");
	}

	@Test
	void onceItHasLeftNothingTellsThatItDid() {
		wantsALink(ADDRESS, Locale.FRENCH);
		assertThat(count("outgoing_mail")).isOne();
		this.dispatcher.dispatch();
		assertThat(this.bench.received(ADDRESS)).hasSize(1);
		assertThat(count("outgoing_mail")).isZero();
	}

	@Test
	void nothingIsKeptOfAMailThatIsGivenUp() {
		this.bench.sendTo(1);
		wantsALink(ADDRESS, Locale.FRENCH);
		for (int attempt = 0; attempt < 3; attempt++) {
			assertThat(count("outgoing_mail where status = 'QUEUED'")).isOne();
			this.dispatcher.dispatch();
			this.clock.set(this.clock.instant().plusSeconds(3600));
		}
		assertThat(count("outgoing_mail")).isZero();
	}

	@Test
	void aWrongAddressThatIsCorrectedInTimeGetsNothing() {
		wantsALink("fausse@patiente.example", Locale.FRENCH);
		wantsALink(ADDRESS, Locale.FRENCH);
		this.dispatcher.dispatch();
		assertThat(this.bench.received("fausse@patiente.example")).isEmpty();
		assertThat(this.bench.received(ADDRESS)).hasSize(1);
	}

	@Test
	void nothingLeavesForAFormThatIsSentOrExpired() {
		wantsALink(ADDRESS, Locale.FRENCH);
		this.jdbc.sql("update draft set content = null where id = :id").param("id", this.draft).update();
		this.dispatcher.dispatch();
		this.jdbc.sql("update draft set content = '\\x00', expires_at = '2026-11-23 09:00Z' where id = :id")
			.param("id", this.draft)
			.update();
		wantsALink(ADDRESS, Locale.FRENCH);
		this.dispatcher.dispatch();
		assertThat(this.bench.received(ADDRESS)).isEmpty();
		assertThat(count("outgoing_mail")).isZero();
	}

	@Test
	void theMailGoesWithTheForm() {
		wantsALink(ADDRESS, Locale.FRENCH);
		this.jdbc.sql("delete from draft where id = :id").param("id", this.draft).update();
		assertThat(count("outgoing_mail")).isZero();
	}

	private void wantsALink(String address, Locale language) {
		this.transaction.executeWithoutResult((status) -> this.events
			.publishEvent(new ResumeLinkWanted(this.draft, new EmailAddress(address), language)));
	}

	private static List<String> parts(MimeMessage mail) throws Exception {
		MimeMultipart content = (MimeMultipart) mail.getContent();
		return List.of(content.getBodyPart(0).getContent().toString(), content.getBodyPart(1).getContent().toString());
	}

	private int count(String what) {
		return this.jdbc.sql("select count(*) from " + what).query(Integer.class).single();
	}

}
