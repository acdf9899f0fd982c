package org.secondavis.signin;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What arrives with a new passkey.
 *
 * @param passkeyName what its owner calls it
 * @param credential what the device says, as JSON; empty where no script ran
 */
record PasskeyForm(String passkeyName, String credential) {

	PasskeyForm(@Nullable String passkeyName, @Nullable String credential) {
		this.passkeyName = Objects.requireNonNullElse(passkeyName, "").replaceAll("\\p{Cntrl}+", " ").strip();
		this.credential = Objects.requireNonNullElse(credential, "");
	}

	void check(Errors errors) {
		if (this.passkeyName.isEmpty()) {
			errors.rejectValue("passkeyName", "passkey.label.missing");
		}
		else if (this.passkeyName.length() > 60) {
			errors.rejectValue("passkeyName", "passkey.label.long");
		}
	}

	@Override
	public String toString() {
		return "PasskeyForm[…]";
	}

}
