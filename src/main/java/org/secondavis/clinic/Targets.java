package org.secondavis.clinic;

import java.util.Map;

import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Within how many working days a request should get on, counted from the day on which it
 * came to stand where it stands. For a new one, the clinic's own promise counts.
 *
 * @param inReview under review
 * @param toComplete waiting for the patient, before the clinic asks again
 * @param unclaimed new, before somebody has it in hand
 */
@ConfigurationProperties("secondavis.targets")
@Validated
public record Targets(@DefaultValue("10") @Positive int inReview, @DefaultValue("15") @Positive int toComplete,
		@DefaultValue("1") @Positive int unclaimed) {

	/** The same targets, but for those that are set otherwise, by their names. */
	Targets with(Map<String, String> set) {
		return new Targets(Target.IN_REVIEW.in(set, this), Target.TO_COMPLETE.in(set, this),
				Target.UNCLAIMED.in(set, this));
	}

}
