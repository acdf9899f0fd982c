package org.secondavis.signin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What it takes to get in.
 *
 * @param secondFactor whether a password alone is not enough
 */
@ConfigurationProperties("secondavis.staff")
record SignInProperties(@DefaultValue("required") SecondFactorRule secondFactor) {

	boolean secondFactorRequired() {
		return this.secondFactor == SecondFactorRule.REQUIRED;
	}

	/** When a second factor is asked for. */
	enum SecondFactorRule {

		REQUIRED, OFF

	}

}
