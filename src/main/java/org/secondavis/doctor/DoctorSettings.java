package org.secondavis.doctor;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.Dates;
import org.secondavis.settings.SettingArea;
import org.secondavis.settings.SettingHistory;
import org.secondavis.staff.NotFoundException;
import org.secondavis.staff.OvertakenException;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is known of doctors, and how it changes: every change stands in the history. */
@Component
@Transactional
class DoctorSettings {

	private static final Locale LANGUAGE_OF_HISTORY = Locale.FRENCH;

	private final StaffAccounts accounts;

	private final Profiles profiles;

	private final Absences absences;

	private final SettingHistory history;

	private final MessageSource messages;

	private final Dates dates;

	DoctorSettings(StaffAccounts accounts, Profiles profiles, Absences absences, SettingHistory history,
			MessageSource messages, Dates dates) {
		this.accounts = accounts;
		this.profiles = profiles;
		this.absences = absences;
		this.history = history;
		this.messages = messages;
		this.dates = dates;
	}

	/** The doctor as of that day. */
	public DoctorView find(UUID id, LocalDate today) {
		Profile profile = profile(id);
		return new DoctorView(id, name(id), profile.revision(), profile.getCancerSites(), profile.getTreatments(),
				profile.getWeeklyCapacity(), this.absences.ofDoctorFrom(id, today));
	}

	Profile profile(UUID id) {
		return this.profiles.findById(id).orElseGet(() -> new Profile(id));
	}

	/**
	 * Says anew what the doctor gives opinions on.
	 * @throws OvertakenException if somebody else did so in the meantime
	 */
	public void describe(UUID id, ProfileForm form, UUID by) {
		Profile profile = profile(id);
		if (!form.version().equals(String.valueOf(profile.revision()))) {
			throw new OvertakenException();
		}
		note(by, id, "doctor.sites", names("CancerSite", profile.getCancerSites()), names("CancerSite", form.sites()));
		note(by, id, "doctor.treatments", names("Treatment", profile.getTreatments()),
				names("Treatment", form.treatments()));
		note(by, id, "doctor.capacity", text(profile.getWeeklyCapacity()), text(form.capacity()));
		profile.describe(form.sites(), form.treatments(), form.capacity());
		this.profiles.save(profile);
	}

	/** Notes that the doctor is away. */
	public void add(UUID id, LocalDate first, LocalDate last, UUID by) {
		note(by, id, "doctor.absence", null, period(this.absences.save(new Absence(id, first, last))));
	}

	/**
	 * Notes that the doctor is there after all.
	 * @return whether somebody else had not done so already
	 */
	public boolean remove(UUID id, UUID absenceId, UUID by) {
		Absence absence = this.absences.findById(absenceId)
			.filter((found) -> found.getDoctorId().equals(id))
			.orElse(null);
		if (absence != null) {
			note(by, id, "doctor.absence", period(absence), null);
			this.absences.delete(absence);
		}
		return absence != null;
	}

	private String name(UUID id) {
		return this.accounts.findById(id)
			.filter((account) -> account.getRole() == Role.DOCTOR)
			.map(StaffAccount::getName)
			.orElseThrow(NotFoundException::new);
	}

	private void note(UUID by, UUID id, String what, @Nullable String before, @Nullable String after) {
		String subject = message("doctor.history", name(id), message(what));
		this.history.note(SettingArea.DOCTORS, id, subject, before, after, by);
	}

	private @Nullable String names(String type, List<? extends Enum<?>> codes) {
		return codes.isEmpty() ? null
				: codes.stream().map((code) -> message(type + "." + code.name())).collect(Collectors.joining(" ; "));
	}

	private String period(Absence absence) {
		return message("period", this.dates.date(absence.getFirstDay(), LANGUAGE_OF_HISTORY),
				this.dates.date(absence.getLastDay(), LANGUAGE_OF_HISTORY));
	}

	private static @Nullable String text(@Nullable Integer number) {
		return (number != null) ? number.toString() : null;
	}

	private String message(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LANGUAGE_OF_HISTORY);
	}

}
