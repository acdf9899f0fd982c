package org.secondavis.intake;

/**
 * Where the link is to go.
 *
 * @param email an address; it is kept nowhere but in the mail, sealed, until that has
 * left
 */
record PauseForm(String email) {

	PauseForm {
		email = Text.line(email);
	}

	void check(Check check) {
		if (this.email.isEmpty()) {
			check.wrong("email", "missing");
		}
		check.email("email");
	}

	@Override
	public String toString() {
		return "PauseForm[…]";
	}

}
