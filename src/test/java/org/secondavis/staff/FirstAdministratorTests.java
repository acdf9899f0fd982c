package org.secondavis.staff;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondavis.HttpTest;
import org.secondavis.StartUpException;
import org.secondavis.Visitor.Page;
import org.secondavis.clinic.PublicAddress;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.secondavis.Together.atOnce;
import static org.secondavis.staff.StaffMother.PASSWORD;
import static org.secondavis.staff.StaffMother.aMember;

@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTests extends HttpTest {

	private static final Pattern LINK = Pattern.compile("https://avis\\.example(/connexion/acces/[\\w-]{43})");

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private SetUpLinks links;

	@Autowired
	private PasswordEncoder passwords;

	@Autowired
	private PublicAddress address;

	@Autowired
	private Clock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transaction;

	@BeforeEach
	void forgetAllAccounts() {
		this.jdbc.sql("truncate staff_account cascade").update();
	}

	@Test
	void theSettingsMakeTheFirstAccountAndNoOther() {
		start("chef@tilleuls.example", PASSWORD);
		start("autre@tilleuls.example", PASSWORD);
		assertThat(this.accounts.findAllByOrderByName()).singleElement()
			.returns(Role.ADMIN, StaffAccount::getRole)
			.returns(AccountState.ACTIVE, StaffAccount::getState);
		assertThat(this.visitor.signIn("chef@tilleuls.example", PASSWORD).location()).isEqualTo("/admin");
	}

	@ParameterizedTest
	@CsvSource({ "chef@tilleuls.example,", ",quatre mots bien choisis", "chef,quatre mots bien choisis",
			"chef@tilleuls.example,court" })
	void settingsThatCannotBeUsedStopTheStart(@Nullable String email, @Nullable String password) {
		assertThatExceptionOfType(StartUpException.class).isThrownBy(() -> start(email, password))
			.withMessageContaining("secondavis.staff.admin")
			.withMessageNotContaining("court")
			.withMessageNotContaining(PASSWORD);
		assertThat(this.accounts.count()).isZero();
	}

	@Test
	void withoutSettingsALinkInTheLogMakesTheFirstAdministrator(CapturedOutput output) {
		start(null, null);
		String path = pathsIn(output.getOut()).get(0);
		assertThat(output).contains("WARN");
		assertThat(this.visitor.get(path).body()).contains("Aucun compte n’existe encore");
		assertThat(this.visitor.post(path, "name", "", "username", "x", "password", "court").body())
			.contains("Saisissez le prénom et le nom", "Vérifiez l’adresse électronique", "douze signes au moins");
		Page done = this.visitor.post(path, "name", "Zoë Ng", "username", "zoe@tilleuls.example", "password", PASSWORD);
		assertThat(done.location()).isEqualTo("/connexion?pret");
		assertThat(this.visitor.signIn("zoe@tilleuls.example", PASSWORD).location()).isEqualTo("/admin");
		assertThat(this.visitor.get("/admin/comptes").body()).contains("Zoë Ng", "Actif");
	}

	@Test
	void theLinksAreVoidOnceAnAccountExists(CapturedOutput output) {
		start(null, null);
		start(null, null);
		this.accounts.save(aMember(Role.ADMIN));
		start(null, null);
		assertThat(pathsIn(output.getOut())).hasSize(2)
			.allSatisfy((path) -> assertThat(this.visitor.get(path).status()).isEqualTo(404));
	}

	@Test
	void instancesThatStartTogetherMakeOneAccount() {
		atOnce(3, () -> start("chef@tilleuls.example", PASSWORD));
		assertThat(this.accounts.count()).isEqualTo(1);
	}

	private void start(@Nullable String email, @Nullable String password) {
		StaffProperties settings = new StaffProperties(new StaffProperties.Admin(email, password), 10);
		FirstAdministrator instance = new FirstAdministrator(settings, this.accounts, this.links, this.passwords,
				this.address, this.clock);
		this.transaction.executeWithoutResult((status) -> instance.run(new DefaultApplicationArguments()));
	}

	private static List<String> pathsIn(String log) {
		Matcher link = LINK.matcher(log);
		List<String> paths = new ArrayList<>();
		while (link.find()) {
			paths.add(link.group(1));
		}
		return paths;
	}

}
