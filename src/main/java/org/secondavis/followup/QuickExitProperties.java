package org.secondavis.followup;

import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where people are led who have to leave quickly.
 *
 * @param quickExit a harmless page of another site; browsers open it, this application
 * never asks it for anything
 */
@ConfigurationProperties("secondavis")
@Validated
record QuickExitProperties(
		@DefaultValue("https://meteofrance.com/") @Pattern(regexp = "https?://[^\\s/?#\"<>]+(/[^\\s\"<>]*)?",
				message = "must be an address such as https://meteofrance.com/") String quickExit) {
}
