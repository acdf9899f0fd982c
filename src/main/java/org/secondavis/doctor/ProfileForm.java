package org.secondavis.doctor;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.secondavis.request.Situation.CancerSite;
import org.secondavis.request.Situation.Treatment;

import org.springframework.validation.Errors;

/**
 * What is ticked and typed about a doctor.
 *
 * @param version the revision of the profile that the form was made from
 * @param doctorSites the codes of the cancers that they give opinions on
 * @param doctorTreatments the codes of the treatments that they know
 * @param weeklyCapacity how many requests they take a week, empty for no limit
 */
record ProfileForm(String version, List<String> doctorSites, List<String> doctorTreatments, String weeklyCapacity) {

	ProfileForm(@Nullable String version, @Nullable List<String> doctorSites, @Nullable List<String> doctorTreatments,
			@Nullable String weeklyCapacity) {
		this.version = (version != null) ? version : "";
		this.doctorSites = (doctorSites != null) ? List.copyOf(doctorSites) : List.of();
		this.doctorTreatments = (doctorTreatments != null) ? List.copyOf(doctorTreatments) : List.of();
		this.weeklyCapacity = (weeklyCapacity != null) ? weeklyCapacity.strip() : "";
	}

	static ProfileForm of(Profile profile) {
		Integer capacity = profile.getWeeklyCapacity();
		return new ProfileForm(String.valueOf(profile.revision()),
				profile.getCancerSites().stream().map(Enum::name).toList(),
				profile.getTreatments().stream().map(Enum::name).toList(),
				(capacity != null) ? capacity.toString() : "");
	}

	void check(Errors errors) {
		if (!this.weeklyCapacity.matches("|[1-9]\\d?")) {
			errors.rejectValue("weeklyCapacity", "doctor.capacity.wrong");
		}
	}

	List<CancerSite> sites() {
		return Stream.of(CancerSite.values()).filter((site) -> this.doctorSites.contains(site.name())).toList();
	}

	List<Treatment> treatments() {
		return Stream.of(Treatment.values())
			.filter((treatment) -> this.doctorTreatments.contains(treatment.name()))
			.toList();
	}

	@Nullable Integer capacity() {
		return this.weeklyCapacity.isEmpty() ? null : Integer.valueOf(this.weeklyCapacity);
	}

}
