package org.secondavis.signin;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What is typed on the page that asks for a second factor.
 *
 * @param code six digits, with or without blanks among them
 */
record CodeForm(String code) {

	CodeForm(@Nullable String code) {
		this.code = Objects.requireNonNullElse(code, "").replaceAll("[\\s\\u00a0-]", "");
	}

	@Override
	public String toString() {
		return "CodeForm[…]";
	}

}
