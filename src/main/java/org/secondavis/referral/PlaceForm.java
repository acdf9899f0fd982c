package org.secondavis.referral;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.PhoneNumber;
import org.secondavis.request.Situation.CancerSite;

import org.springframework.validation.Errors;

/**
 * A place as staff type it.
 *
 * @param version the revision that was seen; blank for a new place
 * @param name its name
 * @param purpose what it does, in words for patients
 * @param address its postal address
 * @param phone its number as people read it
 * @param website its site
 * @param languages which languages are spoken there
 * @param cancerSites codes of the cancers for which it is there; none means all
 * @param active whether it is offered, as a code
 */
record PlaceForm(String version, String name, String purpose, String address, String phone, String website,
		String languages, List<String> cancerSites, String active) {

	private static final int LONGEST = 200;

	private static final int LONGEST_PURPOSE = 600;

	private static final Pattern WEBSITE = Pattern.compile("https?://[^\\s\"<>]{3,190}");

	PlaceForm(@Nullable String version, @Nullable String name, @Nullable String purpose, @Nullable String address,
			@Nullable String phone, @Nullable String website, @Nullable String languages,
			@Nullable List<String> cancerSites, @Nullable String active) {
		this.version = line(version);
		this.name = line(name);
		this.purpose = (purpose != null) ? purpose.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]+", " ").strip()
				: "";
		this.address = line(address);
		this.phone = line(phone);
		this.website = line(website);
		this.languages = line(languages);
		this.cancerSites = (cancerSites != null) ? List.copyOf(cancerSites) : List.of();
		this.active = line(active);
	}

	static PlaceForm empty() {
		return new PlaceForm(null, null, null, null, null, null, null, null, "YES");
	}

	static PlaceForm of(Place place) {
		return new PlaceForm("" + place.revision(), place.getName(), place.getPurpose(), place.getAddress(),
				place.getPhone(), place.getWebsite(), place.getLanguages(),
				place.getCancerSites().stream().map(Enum::name).toList(), place.isActive() ? "YES" : "");
	}

	void check(Errors errors) {
		if (this.name.isEmpty()) {
			errors.rejectValue("name", "place.name.missing");
		}
		if (this.purpose.isEmpty()) {
			errors.rejectValue("purpose", "place.purpose.missing");
		}
		if (!this.phone.isEmpty() && !PhoneNumber.isOne(this.phone)) {
			errors.rejectValue("phone", "place.phone.wrong");
		}
		if (!this.website.isEmpty() && !WEBSITE.matcher(this.website).matches()) {
			errors.rejectValue("website", "place.website.wrong");
		}
		if (this.address.isEmpty() && this.phone.isEmpty() && this.website.isEmpty()) {
			errors.rejectValue("address", "place.address.missing");
		}
		atMost(this.name, LONGEST, "name", errors);
		atMost(this.purpose, LONGEST_PURPOSE, "purpose", errors);
		atMost(this.address, LONGEST, "address", errors);
		atMost(this.languages, LONGEST, "languages", errors);
	}

	private static void atMost(String text, int signs, String field, Errors errors) {
		if (text.length() > signs) {
			errors.rejectValue(field, "place.long", new Object[] { signs }, null);
		}
	}

	/** The revision that was seen. */
	int revision() {
		return this.version.matches("\\d{1,9}") ? Integer.parseInt(this.version) : -1;
	}

	boolean isActive() {
		return this.active.equals("YES");
	}

	List<CancerSite> sites() {
		return Arrays.stream(CancerSite.values()).filter((site) -> this.cancerSites.contains(site.name())).toList();
	}

	private static String line(@Nullable String text) {
		return (text != null) ? text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip() : "";
	}

}
