package org.secondavis.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.secondavis.request.Reference;

import org.springframework.validation.Errors;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What an administrator looks for in the trail. An empty field looks for everything.
 *
 * @param account whose deeds, by the id of the account
 * @param deed what was done, by code
 * @param thing to what, by code
 * @param reference to which request
 * @param firstDay from which day on
 * @param lastDay until which day, included
 * @param avant only lines before the one with this number
 */
record TrailSearch(String account, String deed, String thing, String reference, String firstDay, String lastDay,
		String avant) {

	TrailSearch(@Nullable String account, @Nullable String deed, @Nullable String thing, @Nullable String reference,
			@Nullable String firstDay, @Nullable String lastDay, @Nullable String avant) {
		this.account = line(account);
		this.deed = line(deed);
		this.thing = line(thing);
		this.reference = line(reference);
		this.firstDay = line(firstDay);
		this.lastDay = line(lastDay);
		this.avant = line(avant);
	}

	void check(Errors errors) {
		LocalDate first = day(this.firstDay);
		LocalDate last = day(this.lastDay);
		if (!this.reference.isEmpty() && wanted().isEmpty()) {
			errors.rejectValue("reference", "trail.reference.malformed");
		}
		if (!this.firstDay.isEmpty() && first == null) {
			errors.rejectValue("firstDay", "day.malformed");
		}
		if (!this.lastDay.isEmpty() && last == null) {
			errors.rejectValue("lastDay", "day.malformed");
		}
		else if (first != null && last != null && last.isBefore(first)) {
			errors.rejectValue("lastDay", "day.beforeFirst");
		}
	}

	Optional<Reference> wanted() {
		return Reference.parse(this.reference);
	}

	/** A choice that no list offers is none. */
	@Nullable UUID by() {
		try {
			return UUID.fromString(this.account);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	@Nullable String deedCode() {
		return code(Deed.values(), this.deed);
	}

	@Nullable String thingCode() {
		return code(Thing.values(), this.thing);
	}

	@Nullable Instant from(ZoneId zone) {
		LocalDate first = day(this.firstDay);
		return (first != null) ? first.atStartOfDay(zone).toInstant() : null;
	}

	@Nullable Instant until(ZoneId zone) {
		LocalDate last = day(this.lastDay);
		return (last != null) ? last.plusDays(1).atStartOfDay(zone).toInstant() : null;
	}

	/** Where the older lines begin; whatever is no number leads to the newest. */
	long before() {
		return this.avant.matches("\\d{1,18}") ? Long.parseLong(this.avant) : Long.MAX_VALUE;
	}

	/** Whether it shows the newest lines that it finds. */
	public boolean newest() {
		return before() == Long.MAX_VALUE;
	}

	/** The address of the same search, from the newest line on. */
	public String url() {
		return address(null);
	}

	/** The address of the lines before that one. */
	String older(long number) {
		return address(String.valueOf(number));
	}

	private String address(@Nullable String before) {
		UriComponentsBuilder address = UriComponentsBuilder.fromPath("/admin/journal");
		String[][] fields = { { "account", this.account }, { "deed", this.deed }, { "thing", this.thing },
				{ "reference", this.reference }, { "firstDay", this.firstDay }, { "lastDay", this.lastDay },
				{ "avant", before } };
		Arrays.stream(fields)
			.filter((field) -> field[1] != null && !field[1].isEmpty())
			.forEach((field) -> address.queryParam(field[0], field[1]));
		return address.encode().toUriString();
	}

	private static @Nullable LocalDate day(String typed) {
		try {
			return LocalDate.parse(typed);
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	private static @Nullable String code(Enum<?>[] codes, String typed) {
		return Arrays.stream(codes).map(Enum::name).filter(typed::equals).findFirst().orElse(null);
	}

	private static String line(@Nullable String typed) {
		return (typed != null) ? typed.strip() : "";
	}

}
