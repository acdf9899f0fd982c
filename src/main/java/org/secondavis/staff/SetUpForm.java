package org.secondavis.staff;

import java.util.Objects;

import org.springframework.validation.Errors;

/**
 * What was typed behind a one-time link; sign-in name and name by the first administrator
 * only.
 */
record SetUpForm(String username, String name, String password) {

	SetUpForm {
		username = Typed.line(username);
		name = Typed.line(name);
		// a field that is not sent arrives as null, whatever the type says
		password = Objects.requireNonNullElse(password, "");
	}

	void check(SetUp.Owner owner, Errors errors) {
		if (owner.first()) {
			Typed.checkUsername(this.username, errors);
			Typed.checkName(this.name, errors);
			Typed.checkPassword(this.password, errors, this.username, this.name);
		}
		else {
			Typed.checkPassword(this.password, errors, owner.email(), owner.name());
		}
	}

	@Override
	public String toString() {
		return "SetUpForm[…]";
	}

}
