package org.secondavis.staff;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/** The rules for what is typed into the forms about accounts. */
final class Typed {

	private static final Pattern EMAIL = Pattern.compile(
			"[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]",
			Pattern.CASE_INSENSITIVE);

	private Typed() {
	}

	/** The text without blanks around it and without control signs. */
	static String line(@Nullable String typed) {
		return (typed != null) ? typed.replaceAll("\\p{Cntrl}+", " ").strip() : "";
	}

	static void checkUsername(String email, Errors errors) {
		if (email.isEmpty()) {
			errors.rejectValue("username", "account.username.missing");
		}
		else if (email.length() > 254 || !EMAIL.matcher(email).matches()) {
			errors.rejectValue("username", "account.username.malformed");
		}
	}

	static void checkName(String name, Errors errors) {
		if (name.isEmpty()) {
			errors.rejectValue("name", "account.name.missing");
		}
		else if (name.length() > 100) {
			errors.rejectValue("name", "account.name.long");
		}
	}

	/**
	 * Long is what makes a password good; bcrypt reads no more than 72 bytes.
	 * @param known what others know of its owner
	 */
	static void checkPassword(String password, Errors errors, String... known) {
		if (password.codePointCount(0, password.length()) < 12) {
			errors.rejectValue("password", "account.password.short");
		}
		else if (password.getBytes(StandardCharsets.UTF_8).length > 72) {
			errors.rejectValue("password", "account.password.long");
		}
		else if (repeats(password, known)) {
			errors.rejectValue("password", "account.password.known");
		}
	}

	private static boolean repeats(String password, String... known) {
		String lower = password.toLowerCase(Locale.ROOT);
		for (String word : known) {
			if (word.length() > 3 && lower.contains(word.toLowerCase(Locale.ROOT))) {
				return true;
			}
		}
		return lower.chars().distinct().count() < 5;
	}

}
