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
 * @param draftsPerHour how many forms one network may begin in an hour
 * @param requestsPerHour how many requests one network may try to send in an hour
 * @param sumQuestion whether a sum is asked before sending
 */
@ConfigurationProperties("secondavis.guard")
@Validated
record GuardProperties(@DefaultValue("4s") @DurationMin Duration minimumTime,
		@DefaultValue("300") @Positive int draftsPerHour, @DefaultValue("20") @Positive int requestsPerHour,
		@DefaultValue("true") boolean sumQuestion) {
}
