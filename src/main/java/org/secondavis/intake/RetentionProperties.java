package org.secondavis.intake;

import java.time.Duration;

import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long answers are kept that were not sent.
 *
 * @param draft the time from the last answer that was saved
 */
@ConfigurationProperties("secondavis.retention")
@Validated
record RetentionProperties(@DefaultValue("7d") @DurationMin(days = 1) Duration draft) {
}
