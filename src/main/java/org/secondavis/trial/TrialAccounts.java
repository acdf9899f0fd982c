package org.secondavis.trial;

import java.time.Clock;
import java.util.List;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;

/**
 * Makes an account for each role, and has the sign-in page show them. Runs before anybody
 * asks for a first administrator.
 */
@TrialOnly
@ControllerAdvice
@Order(0)
class TrialAccounts implements ApplicationRunner {

	private static final List<TrialAccount> ALL = List.of(
			new TrialAccount("secretariat@tilleuls.example", "Claire Dubois", Role.SECRETARIAT, "essai-secretariat"),
			new TrialAccount("medecin@tilleuls.example", "Dr Anne Martin", Role.DOCTOR, "essai-medecin-2026"),
			new TrialAccount("admin@tilleuls.example", "Louis Garnier", Role.ADMIN, "essai-administration"));

	private final StaffAccounts accounts;

	private final PasswordEncoder passwords;

	private final Clock clock;

	TrialAccounts(StaffAccounts accounts, PasswordEncoder passwords, Clock clock) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.clock = clock;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		ALL.stream().filter((account) -> this.accounts.findByEmail(account.username()).isEmpty()).forEach(this::make);
	}

	private void make(TrialAccount account) {
		this.accounts.save(StaffAccount.withPassword(account.username(), account.name(), account.role(),
				this.passwords.encode(account.password()), this.clock.instant()));
	}

	@ModelAttribute("trialAccounts")
	List<TrialAccount> trialAccounts() {
		return ALL;
	}

}
