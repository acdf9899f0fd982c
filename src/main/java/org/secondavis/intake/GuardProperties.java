package org.secondavis.intake;

import java.time.Duration;

import jakarta.validation.constraints.Positive;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What keeps robots away.
 *
 * @param minimumTime who goes through the whole form faster is suspected to be a robot
 * @param requestsPerHour how many requests one client address may try to send in an hour
 * @param sumQuestion whether a sum is asked before sending
 */
@ConfigurationProperties("secondavis.guard")
@Validated
record GuardProperties(@DefaultValue("4s") @DurationMin Duration minimumTime,
		@DefaultValue("20") @Positive int requestsPerHour, @DefaultValue("true") boolean sumQuestion) {
}
