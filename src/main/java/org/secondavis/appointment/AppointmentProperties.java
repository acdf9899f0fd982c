package org.secondavis.appointment;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long patients can think, and when they are reminded.
 *
 * @param holdDays on which working day after the proposal the proposed times fall free
 * @param holdHour at which hour of that day, in the clinic's own time
 * @param reminder how long before an appointment the patient is reminded
 */
@ConfigurationProperties("secondavis.appointments")
@Validated
record AppointmentProperties(@DefaultValue("2") @Positive int holdDays,
		@DefaultValue("18") @Min(0) @Max(23) int holdHour,
		@DefaultValue("2d") @DurationMin(hours = 1) Duration reminder) {
}
