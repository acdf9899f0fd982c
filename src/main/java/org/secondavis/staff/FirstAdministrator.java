package org.secondavis.staff;

import java.time.Clock;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.SimpleErrors;

import org.secondavis.StartUpException;
import org.secondavis.clinic.PublicAddress;

/**
 * Opens a new installation to its first administrator: by the settings, or else by a
 * one-time link in the log, which only those who run the application read.
 */
@Component
class FirstAdministrator implements ApplicationRunner {

	private static final Log log = LogFactory.getLog(FirstAdministrator.class);

	private final StaffProperties.Admin settings;

	private final StaffAccounts accounts;

	private final SetUpLinks links;

	private final PasswordEncoder passwords;

	private final PublicAddress address;

	private final Clock clock;

	FirstAdministrator(StaffProperties properties, StaffAccounts accounts, SetUpLinks links, PasswordEncoder passwords,
			PublicAddress address, Clock clock) {
		this.settings = properties.admin();
		this.accounts = accounts;
		this.links = links;
		this.passwords = passwords;
		this.address = address;
		this.clock = clock;
	}

	/**
	 * Instances that start together take turns, so that one of them makes the account.
	 */
	@Override
	@Transactional
	public void run(ApplicationArguments arguments) {
		if (this.accounts.count() > 0) {
			return;
		}
		this.accounts.changeOneAtATime();
		if (this.accounts.count() > 0) {
			return;
		}
		if (this.settings.given()) {
			create(Typed.line(this.settings.email()),
					(this.settings.password() != null) ? this.settings.password() : "");
		}
		else {
			log.warn("There is no account yet. To make the first one, open within 72 hours: "
					+ this.address.link("/connexion/acces/" + this.links.issueForFirstAdministrator().value()));
		}
	}

	private void create(String email, String password) {
		SetUpForm form = new SetUpForm(email, email, password);
		SimpleErrors errors = new SimpleErrors(form);
		form.check(SetUp.Owner.FIRST, errors);
		if (errors.hasErrors()) {
			throw new StartUpException("The settings secondavis.staff.admin.email and .password are not right: "
					+ "set an e-mail address and a password of 12 to 72 characters that does not hold the address.");
		}
		this.accounts.save(StaffAccount.withPassword(email, email, Role.ADMIN, this.passwords.encode(password),
				this.clock.instant()));
		log.info("The first administrator's account was made from secondavis.staff.admin");
	}

}
