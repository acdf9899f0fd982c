package org.secondavis.clinic;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long is kept what patients entrust to the clinic.
 *
 * @param draft a form that was not sent, from the last answer that was saved
 * @param erasureDelay how long a patient who asks for erasure can call it off
 * @param suspect a request that may come from a robot, from its arrival
 * @param closed a request that has ended, from its end
 * @param handedOver a request that lies in the clinic's own records, from then on
 * @param dryRun whether nothing is erased and the log only says what would be
 */
@ConfigurationProperties("secondavis.retention")
@Validated
public record Retention(@DefaultValue("7d") @DurationMin(days = 1) Duration draft,
		@DefaultValue("3d") @DurationMin Duration erasureDelay,
		@DefaultValue("30d") @DurationMin(days = 1) Duration suspect,
		@DefaultValue("365d") @DurationMin(days = 1) Duration closed,
		@DefaultValue("90d") @DurationMin(days = 1) Duration handedOver, @DefaultValue("false") boolean dryRun) {
}
