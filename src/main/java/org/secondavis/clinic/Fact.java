package org.secondavis.clinic;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** One of the clinic's facts, as administrators set it. */
public enum Fact {

	/** What the clinic is called. */
	NAME("name", Clinic::name),
	/** The secretariat's number. */
	PHONE("phone", Clinic::phone),
	/** The secretariat's public address. */
	EMAIL("email", Clinic::email),
	/** The postal address. */
	ADDRESS("address", Clinic::address),
	/** When the phone is answered. */
	HOURS("hours", Clinic::hours),
	/** Within how many working days a request is answered. */
	ANSWER_DAYS("answer-days", (clinic) -> String.valueOf(clinic.answerDays())),
	/** What an opinion costs. */
	PRICE("price", Clinic::price),
	/** Who gives opinions, each on a line. */
	DOCTORS("doctors", (clinic) -> String.join("\n", clinic.doctors())),
	/** Where the data is kept. */
	HOSTING("hosting", Clinic::hosting);

	/** Those that are said otherwise in another language. */
	public static final Set<Fact> TRANSLATED = EnumSet.of(HOURS, PRICE, DOCTORS, HOSTING);

	private final String setting;

	private final Function<Clinic, @Nullable String> reader;

	Fact(String setting, Function<Clinic, @Nullable String> reader) {
		this.setting = setting;
		this.reader = reader;
	}

	/** The name of its setting, beneath that of the clinic. */
	public String setting() {
		return this.setting;
	}

	/** The name of its setting in another language, by its tag. */
	public String setting(String language) {
		return Clinic.TRANSLATIONS + language + "." + this.setting;
	}

	/** What that clinic says of it, none if it says nothing. */
	public @Nullable String of(Clinic clinic) {
		return this.reader.apply(clinic);
	}

}
