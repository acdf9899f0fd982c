package org.secondavis.clinic;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * What the pages say of the clinic. As a bean it is what is configured; what holds now,
 * {@link CurrentClinic} knows.
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
 * @param translations what is said otherwise in another language, by its tag
 */
@ConfigurationProperties("secondavis.clinic")
@Validated
public record Clinic(@NotBlank String name, @NotBlank String phone, @NotBlank String email, @NotBlank String address,
		@NotBlank String hours, @DefaultValue("Europe/Paris") ZoneId timeZone,
		@DefaultValue("5") @Positive int answerDays, @NotBlank String price, @DefaultValue List<String> doctors,
		@Nullable String content, @Nullable String hosting, @Nullable Accent accent,
		@DefaultValue Map<String, Translation> translations) {

	static final String TRANSLATIONS = "translations.";

	/** The phone number as a link that dials it. */
	public String phoneUri() {
		return PhoneNumber.link(this.phone);
	}

	/**
	 * The same clinic as readers of that language are told of it: in French, where
	 * nothing else is set.
	 */
	public Clinic in(Locale language) {
		Translation words = this.translations.get(language.toLanguageTag());
		return (words == null) ? this
				: new Clinic(this.name, this.phone, this.email, this.address,
						StringUtils.hasText(words.hours()) ? words.hours() : this.hours, this.timeZone, this.answerDays,
						StringUtils.hasText(words.price()) ? words.price() : this.price,
						words.doctors().isEmpty() ? this.doctors : words.doctors(), this.content,
						StringUtils.hasText(words.hosting()) ? words.hosting() : this.hosting, this.accent, Map.of());
	}

	/** The same clinic, but for what is set otherwise, by the names of the settings. */
	Clinic with(Map<String, String> set) {
		return new Clinic(set.getOrDefault("name", this.name), set.getOrDefault("phone", this.phone),
				set.getOrDefault("email", this.email), set.getOrDefault("address", this.address),
				set.getOrDefault("hours", this.hours), this.timeZone,
				Integer.parseInt(set.getOrDefault("answer-days", String.valueOf(this.answerDays))),
				set.getOrDefault("price", this.price), lines(set.get("doctors"), this.doctors), this.content,
				set.getOrDefault("hosting", this.hosting), this.accent, translationsWith(set));
	}

	private Map<String, Translation> translationsWith(Map<String, String> set) {
		Map<String, Translation> all = new HashMap<>(this.translations);
		for (String name : set.keySet()) {
			if (name.startsWith(TRANSLATIONS)) {
				String language = name.substring(TRANSLATIONS.length(), name.lastIndexOf('.'));
				all.put(language, all.getOrDefault(language, Translation.NONE).with(set, language));
			}
		}
		return all;
	}

	private static List<String> lines(@Nullable String text, List<String> otherwise) {
		return (text != null) ? text.lines().toList() : otherwise;
	}

	/**
	 * What the settings say in words, in another language.
	 *
	 * @param hours when the phone is answered
	 * @param price what an opinion costs
	 * @param doctors the doctors who give opinions, each with the specialty
	 * @param hosting where what patients send is kept
	 */
	public record Translation(@Nullable String hours, @Nullable String price, @DefaultValue List<String> doctors,
			@Nullable String hosting) {

		static final Translation NONE = new Translation(null, null, List.of(), null);

		Translation with(Map<String, String> set, String language) {
			return new Translation(set.getOrDefault(Fact.HOURS.setting(language), this.hours),
					set.getOrDefault(Fact.PRICE.setting(language), this.price),
					lines(set.get(Fact.DOCTORS.setting(language)), this.doctors),
					set.getOrDefault(Fact.HOSTING.setting(language), this.hosting));
		}

	}

}
