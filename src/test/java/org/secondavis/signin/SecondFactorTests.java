package org.secondavis.signin;

import java.util.List;
import java.util.stream.Stream;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.HttpTest;
import org.secondavis.Visitor;
import org.secondavis.Visitor.Page;
import org.secondavis.browser.TestMailServer;
import org.secondavis.browser.TestMails;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.staff.StaffMother.PASSWORD;
import static org.secondavis.staff.StaffMother.aMember;

/** A password alone opens nothing; a code from the mailbox does. */
@Import(TestMailServer.class)
@TestPropertySource(properties = { "secondavis.staff.second-factor=required", "secondavis.mail.dispatch=true",
		"secondavis.mail.poll-interval=100ms" })
class SecondFactorTests extends HttpTest {

	private static final String PAGE = "/connexion/verification";

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private GreenMail mails;

	@Autowired
	private JdbcClient jdbc;

	private StaffAccount account;

	@BeforeEach
	void signInWithThePassword() throws Exception {
		this.mails.purgeEmailFromAllMailboxes();
		this.account = this.accounts.save(aMember(Role.ADMIN));
		assertThat(this.visitor.get("/admin/courriers").location()).isEqualTo("/connexion");
		assertThat(this.visitor.signIn(this.account.getEmail(), PASSWORD).location()).isEqualTo("/admin/courriers");
		assertThat(this.visitor.get("/admin/courriers").location()).isEqualTo(PAGE);
		assertThat(this.visitor.get(PAGE).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/admin", "/admin/compteurs", "/admin/comptes", "/admin/demandes/SA-1234-5678",
			"/admin/reglages", "/admin/reglages/etablissement" })
	void aPasswordAloneOpensNothing(String page) {
		assertThat(this.visitor.get(page).location()).isEqualTo(PAGE);
	}

	@Test
	void aPasswordAloneChangesNothing() {
		Page refused = this.visitor.post("/admin/comptes/nouveau", "name", "Zoë", "username", "zoe@tilleuls.example",
				"role", "ADMIN");
		assertThat(refused.status()).isEqualTo(403);
		assertThat(this.accounts.findByEmail("zoe@tilleuls.example")).isEmpty();
	}

	@Test
	void theCodeFromTheMailboxOpensThePageThatWasAskedFor() {
		String before = this.visitor.cookies();
		String code = code(1);
		Page in = this.visitor.post(PAGE, "code", code.substring(0, 3) + " " + code.substring(3));
		assertThat(in.location()).isEqualTo("/admin/courriers");
		assertThat(this.visitor.follow(in).status()).isEqualTo(200);
		assertThat(this.visitor.cookies()).isNotEqualTo(before);
		assertThat(this.visitor.get(PAGE).location()).isEqualTo("/admin");
	}

	@Test
	void aCodeWorksOnce() {
		String code = code(1);
		this.visitor.post(PAGE, "code", code);
		Visitor thief = new Visitor(this.port);
		thief.signIn(this.account.getEmail(), PASSWORD);
		thief.get(PAGE);
		assertThat(thief.post(PAGE, "code", code).status()).isEqualTo(422);
		assertThat(thief.get("/admin").location()).isEqualTo(PAGE);
	}

	@Test
	void anotherCodeReplacesTheFirst() {
		String first = code(1);
		Page sent = this.visitor.post(PAGE, "action", "send");
		assertThat(this.visitor.follow(sent).body()).contains("Un autre code est en route");
		String second = code(2);
		assertThat(first.equals(second) ? 422 : this.visitor.post(PAGE, "code", first).status()).isEqualTo(422);
		assertThat(this.visitor.post(PAGE, "code", second).location()).isEqualTo("/admin/courriers");
	}

	@Test
	void aCodeGrowsOld() {
		String code = code(1);
		this.jdbc.sql("update sign_in_code set expires_at = now() where account_id = ?")
			.param(this.account.getId())
			.update();
		assertThat(this.visitor.post(PAGE, "code", code).status()).isEqualTo(422);
	}

	@Test
	void afterFiveWrongCodesTheRightOneHasToWait() {
		String code = code(1);
		String wrong = code.equals("000000") ? "000001" : "000000";
		for (int attempt = 0; attempt < SecondFactor.TIMES; attempt++) {
			Page page = this.visitor.post(PAGE, "code", wrong);
			assertThat(page.status()).isEqualTo(422);
			assertThat(page.body()).contains("Ce code ne convient pas, ou plus", "<title>Erreur");
		}
		assertThat(this.visitor.post(PAGE, "code", code).status()).isEqualTo(422);
	}

	@Test
	void aColleaguesCodeOpensNothing() {
		Visitor colleague = new Visitor(this.port);
		StaffAccount other = this.accounts.save(aMember(Role.DOCTOR));
		colleague.signIn(other.getEmail(), PASSWORD);
		colleague.get(PAGE);
		assertThat(colleague.post(PAGE, "code", code(1)).status()).isEqualTo(422);
	}

	@Test
	void nobodyFillsAMailbox() {
		for (int mail = 1; mail < SecondFactor.TIMES; mail++) {
			assertThat(this.visitor.post(PAGE, "action", "send").status()).isEqualTo(302);
		}
		Page page = this.visitor.post(PAGE, "action", "send");
		assertThat(page.status()).isEqualTo(429);
		assertThat(page.body()).contains("Beaucoup de codes sont déjà partis");
	}

	@Test
	void theMailIsNeutralAndTheCodeIsStoredNowhere() throws Exception {
		String code = code(1);
		assertThat(this.mails.getReceivedMessages()).filteredOn((mail) -> codeIn(mail).findAny().isPresent())
			.allSatisfy((mail) -> assertThat(mail.getSubject()).isEqualTo("Votre code de connexion"));
		assertThat(this.jdbc.sql("select row_to_json(c)::text from sign_in_code c").query(String.class).list())
			.isNotEmpty()
			.noneMatch((row) -> row.contains(code));
		assertThat(this.jdbc.sql("select row_to_json(m)::text from outgoing_mail m").query(String.class).list())
			.isNotEmpty()
			.noneMatch((row) -> row.contains("\"" + code) || row.contains(this.account.getEmail()));
	}

	@Test
	void theTrailTellsWhichFactorWasGivenOrRefusedAndOfNoRefusalBefore() {
		String code = code(1);
		this.visitor.post(PAGE, "code", "x");
		this.visitor.post(PAGE, "code", code);
		assertThat(this.jdbc
			.sql("select deed || ' ' || detail from audit_entry where account = ? and deed <> 'OPEN' order by number")
			.param(this.account.getId())
			.query(String.class)
			.list()).containsExactly("SIGN_IN PASSWORD", "SIGN_IN_REFUSED CODE", "SIGN_IN CODE");
	}

	@Test
	void strangersAreSentToSignIn() {
		Visitor stranger = new Visitor(this.port);
		assertThat(stranger.get(PAGE).location()).isEqualTo("/connexion");
		stranger.get("/connexion");
		assertThat(stranger.post(PAGE, "code", "123456").location()).isEqualTo("/connexion");
	}

	@Test
	void anEmptyFieldIsExplainedAndThePageExistsInEnglish() {
		assertThat(this.visitor.post(PAGE, "code", " ").body()).contains("Saisissez le code à six chiffres");
		assertThat(this.visitor.get(PAGE + "?lang=en").body()).contains("Confirm that it is you",
				this.account.getEmail());
	}

	/** The code in the latest of so many mails to the account. */
	private String code(int mails) {
		for (int all = mails;; all++) {
			assertThat(this.mails.waitForIncomingEmail(20_000, all)).isTrue();
			List<String> codes = Stream.of(this.mails.getReceivedMessages()).flatMap(this::codeIn).toList();
			if (codes.size() >= mails) {
				return codes.get(codes.size() - 1);
			}
		}
	}

	private Stream<String> codeIn(MimeMessage mail) {
		try {
			return TestMails.code(new Message[] { mail }, this.account.getEmail(), "espace de la clinique").stream();
		}
		catch (Exception ex) {
			throw new AssertionError(ex);
		}
	}

}
