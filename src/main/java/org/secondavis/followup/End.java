package org.secondavis.followup;

import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.PhoneNumber;
import org.secondavis.encryption.UnreadableException;
import org.secondavis.encryption.Vault;
import org.secondavis.request.Change;
import org.secondavis.request.NextPlace;

/**
 * How a request has ended, as the patient reads it.
 *
 * @param reason the message code of a sentence that says why, if that is known
 * @param next where else to turn to, if told
 */
record End(@Nullable String reason, @Nullable NextPlace next) {

	static End of(Change change, Vault vault) {
		boolean coded = change.getDetail() != null && change.getDetail().matches("[A-Z_]+");
		return new End(coded ? "followup.end." + change.getDetail() : null, next(change, vault));
	}

	/** The number of the place as a link that dials it. */
	public @Nullable String phoneLink() {
		return (this.next != null && this.next.phone() != null) ? PhoneNumber.link(this.next.phone()) : null;
	}

	private static @Nullable NextPlace next(Change change, Vault vault) {
		try {
			return change.next(vault);
		}
		catch (UnreadableException ex) {
			return null;
		}
	}

}
