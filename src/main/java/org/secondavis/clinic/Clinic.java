package org.secondavis.clinic;

import java.time.ZoneId;
import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the pages say of the clinic.
 *
 * @param name its name
 * @param phone the secretariat's number as people read it
 * @param email the secretariat's public address
 * @param address the postal address, on one line
 * @param hours when the phone is answered
 * @param timeZone the zone in which times are shown
 * @param answerDays within how many working days the secretariat answers a request
 * @param price what an opinion costs, as a phrase
 * @param doctors the doctors who give opinions, each with the specialty
 * @param content a folder whose Markdown replaces ours, if any
 * @param hosting where what patients send is kept, as a sentence, if told
 * @param accent the colour of links and buttons, if not ours
 */
@ConfigurationProperties("secondavis.clinic")
@Validated
public record Clinic(@NotBlank String name, @NotBlank String phone, @NotBlank String email, @NotBlank String address,
		@NotBlank String hours, @DefaultValue("Europe/Paris") ZoneId timeZone,
		@DefaultValue("5") @Positive int answerDays, @NotBlank String price, @DefaultValue List<String> doctors,
		@Nullable String content, @Nullable String hosting, @Nullable Accent accent) {

	/** The phone number as a link that dials it. */
	public String phoneUri() {
		return "tel:" + this.phone.replaceAll("[^+0-9]", "");
	}

}
