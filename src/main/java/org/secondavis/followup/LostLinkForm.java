package org.secondavis.followup;

import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.secondavis.intake.Check;
import org.secondavis.intake.Text;
import org.secondavis.request.EmailAddress;
import org.secondavis.request.Reference;

/**
 * What a patient types who has lost the link.
 *
 * @param reference the reference of the request
 * @param email the address that was given in it
 */
record LostLinkForm(String reference, String email) {

	LostLinkForm(@Nullable String reference, @Nullable String email) {
		this.reference = Text.line(reference);
		this.email = Text.line(email);
	}

	void check(Check check) {
		check.required("reference", "email").email("email");
		if (toReference().isEmpty()) {
			check.wrong("reference", "noReference");
		}
	}

	Optional<Reference> toReference() {
		return Reference.parse(this.reference);
	}

	Optional<EmailAddress> toEmail() {
		return EmailAddress.parse(this.email);
	}

	@Override
	public String toString() {
		return "LostLinkForm[…]";
	}

}
