package org.secondavis.signin;

import java.util.UUID;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.secondavis.ApplicationTest;
import org.secondavis.StatementCount;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.PageToken.csrf;
import static org.secondavis.staff.StaffMother.PASSWORD;
import static org.secondavis.staff.StaffMother.aMember;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** What one's own account costs the database, however often somebody is signed in. */
@ApplicationTest
class OwnAccountCostTests {

	private static final String PAGE = "/admin/mon-compte";

	private static final int MANY = 12;

	@Autowired
	private MockMvc mvc;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void manySignInsAndPasskeysCostAsMuchAsOne() throws Exception {
		StaffAccount account = this.accounts.save(aMember(Role.DOCTOR));
		Cookie session = signIn(account);
		open(session);
		long alone = StatementCount.of(() -> open(session));
		for (int i = 0; i < MANY; i++) {
			signIn(account);
			passkey(account);
		}
		assertThat(open(session).getResponse().getContentAsString().split("/fermer\"", -1)).hasSize(MANY + 2);
		assertThat(StatementCount.of(() -> open(session))).isEqualTo(alone).isBetween(4L, 9L);
	}

	private MvcResult open(Cookie session) throws Exception {
		return this.mvc.perform(get(PAGE).cookie(session)).andReturn();
	}

	private Cookie signIn(StaffAccount account) throws Exception {
		Cookie session = this.mvc
			.perform(post("/connexion").param("username", account.getEmail()).param("password", PASSWORD).with(csrf()))
			.andReturn()
			.getResponse()
			.getCookie("SESSION");
		assertThat(session).isNotNull();
		return session;
	}

	private void passkey(StaffAccount owner) {
		this.jdbc
			.sql("""
					insert into user_credentials (credential_id, user_entity_user_id, public_key, public_key_credential_type,
						authenticator_transports, backup_eligible, backup_state, created, last_used, label)
					values (:id, :owner, '', 'public-key', 'internal', false, false, now(), now(), 'Clé de test')
					""")
			.param("id", UUID.randomUUID().toString().replace("-", ""))
			.param("owner", PasskeyOwners.handle(owner.getId()).toBase64UrlString())
			.update();
	}

}
