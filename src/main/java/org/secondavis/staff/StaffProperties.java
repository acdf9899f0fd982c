package org.secondavis.staff;

import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How staff get in.
 *
 * @param admin the first administrator, used only while no account exists
 * @param signInAttempts how often one may try to sign in to an account from one network
 * within a quarter of an hour
 */
@ConfigurationProperties("secondavis.staff")
@Validated
record StaffProperties(@DefaultValue Admin admin, @DefaultValue("10") @Positive int signInAttempts) {

	/**
	 * The first administrator.
	 *
	 * @param email the sign-in name
	 * @param password the password, in plain text
	 */
	record Admin(@Nullable String email, @Nullable String password) {

		boolean given() {
			return this.email != null || this.password != null;
		}

		@Override
		public String toString() {
			return "Admin[…]";
		}

	}

}
