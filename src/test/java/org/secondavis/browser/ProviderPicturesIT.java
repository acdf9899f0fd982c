package org.secondavis.browser;

import java.util.Map;
import java.util.UUID;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.secondavis.openid.IdentityProvider;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.StaffMother;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Signing in by a provider, on another site than ours, and linking what it knows. */
@BrowserTest
class ProviderPicturesIT extends Pictures {

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private IdentityProvider provider;

	private final Browser browser;

	ProviderPicturesIT(Browser browser) {
		super(browser);
		this.browser = browser;
	}

	@BeforeEach
	void somebodyWhomNobodyKnowsYet() {
		this.jdbc.sql("delete from provider_link").update();
		this.provider.seat("somebody", Map.of("name", "Dominique Martin"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "fr", "en" })
	void everyPageAboutProvidersIsAccessible(String language) {
		look(language, (staff) -> {
			theLink(staff.open("/connexion"));
			// with the policy for contents in force
			try (BrowserContext other = this.browser.newContext()) {
				Page page = on(other.newPage()).open("/connexion").page();
				page.locator("a[href='/connexion/avec/clinic']").click();
				page.waitForURL("**/admin*");
				assertThat(page.locator("header").first().innerText()).contains("Dominique ADMIN");
			}
		});
	}

	private void theLink(PatientJourney staff) {
		Page page = staff.page();
		page.locator("a[href='/connexion/avec/away']").click();
		picture(page, "sign-in-provider-absent");
		this.signIn.as(Role.ADMIN, page);
		staff.open("/admin/mon-compte").page().locator("a[href='/connexion/avec/clinic']").click();
		picture(page, "provider-link");
		page.locator("main form .btn-primary").click();
		picture(page, "own-account-linked");
		UUID colleague = this.accounts.save(StaffMother.aMember(Role.DOCTOR)).getId();
		this.jdbc.sql("""
				insert into provider_link (id, account_id, provider, issuer, subject, linked_at)
				values (gen_random_uuid(), :account, 'clinic', 'https://id.example', 'colleague', now())
				""").param("account", colleague).update();
		picture(staff.open("/admin/comptes/" + colleague).page(), "account-linked");
	}

}
