package org.secondavis.staff;

import java.util.Arrays;

import org.springframework.validation.Errors;

/** What an administrator typed to invite a colleague. */
record AccountForm(String username, String name, String role) {

	AccountForm {
		username = Typed.line(username);
		name = Typed.line(name);
		role = Typed.line(role);
	}

	void check(Errors errors) {
		Typed.checkUsername(this.username, errors);
		Typed.checkName(this.name, errors);
		if (Arrays.stream(Role.values()).noneMatch((known) -> known.name().equals(this.role))) {
			errors.rejectValue("role", "account.role.missing");
		}
	}

	@Override
	public String toString() {
		return "AccountForm[…]";
	}

}
