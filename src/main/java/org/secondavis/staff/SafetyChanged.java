package org.secondavis.staff;

import java.util.UUID;

/**
 * What protects an account has changed. Published in the transaction of the change.
 *
 * @param accountId the account
 * @param by who changed it: its owner, or an administrator
 * @param what what has changed
 */
public record SafetyChanged(UUID accountId, UUID by, What what) {

	/** What has changed. */
	public enum What {

		PASSKEY_ADDED, PASSKEY_REMOVED,

		/** All passkeys are gone and nobody is signed in any more. */
		SECOND_FACTOR_RESET,

		SIGNED_OUT_EVERYWHERE,

		/** An identity at a provider opens the account, or does so no more. */
		PROVIDER_LINKED, PROVIDER_UNLINKED,

		/** None does any more and nobody is signed in. */
		PROVIDERS_RESET

	}

}
