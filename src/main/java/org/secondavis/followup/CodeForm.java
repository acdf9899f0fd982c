package org.secondavis.followup;

import org.jspecify.annotations.Nullable;
import org.secondavis.intake.Text;

/**
 * What is typed on the page that asks for a code.
 *
 * @param code six digits, with or without blanks among them
 * @param vers the path of the page that is wanted
 */
record CodeForm(String code, String vers) {

	CodeForm(@Nullable String code, @Nullable String vers) {
		this.code = Text.line(code).replaceAll("[\\s-]", "");
		this.vers = Text.line(vers);
	}

	Door door() {
		return Door.at(this.vers).orElse(Door.MESSAGES);
	}

	@Override
	public String toString() {
		return "CodeForm[…]";
	}

}
