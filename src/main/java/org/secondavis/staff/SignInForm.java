package org.secondavis.staff;

import org.jspecify.annotations.Nullable;

/** What was typed on the sign-in page; the password is never shown again. */
record SignInForm(@Nullable String username, @Nullable String password) {

	@Override
	public String toString() {
		return "SignInForm[…]";
	}

}
