package org.secondavis.export;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.secondavis.appointment.Appointments;
import org.secondavis.clinic.CurrentClinic;
import org.secondavis.clinic.Dates;
import org.secondavis.document.PatientFiles;
import org.secondavis.encryption.UnreadableException;
import org.secondavis.encryption.Vault;
import org.secondavis.opinion.Opinions;
import org.secondavis.opinion.Rcps;
import org.secondavis.request.Narrative;
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts the sheet of a request together, from all modules that hold a part of it. */
@Component
class Sheets {

	private final Requests requests;

	private final PatientFiles files;

	private final Appointments appointments;

	private final Opinions opinions;

	private final Rcps meetings;

	private final StaffAccounts accounts;

	private final Vault vault;

	private final MessageSource messages;

	private final Dates dates;

	private final CurrentClinic clinic;

	private final Clock clock;

	Sheets(Requests requests, PatientFiles files, Appointments appointments, Opinions opinions, Rcps meetings,
			StaffAccounts accounts, Vault vault, MessageSource messages, Dates dates, CurrentClinic clinic,
			Clock clock) {
		this.requests = requests;
		this.files = files;
		this.appointments = appointments;
		this.opinions = opinions;
		this.meetings = meetings;
		this.accounts = accounts;
		this.vault = vault;
		this.messages = messages;
		this.dates = dates;
		this.clinic = clinic;
		this.clock = clock;
	}

	/**
	 * The sheet.
	 * @param reader what the reader is at the clinic: of an opinion that is not signed
	 * only doctors read
	 */
	@Transactional(readOnly = true)
	Sheet of(Reference reference, Role reader, Locale language) {
		SecondOpinionRequest request = this.requests.findByReference(reference).orElseThrow(NotFoundException::new);
		UUID id = request.getId();
		Map<UUID, String> staff = this.accounts.findAllByOrderByName()
			.stream()
			.collect(Collectors.toMap(StaffAccount::getId, StaffAccount::getName));
		Holding holding = new Holding(request, narrative(request), this.files.dossier(id),
				this.appointments.findByRequestIdOrderByCreatedAt(id),
				this.opinions.findByRequestId(id)
					.filter((opinion) -> reader == Role.DOCTOR || opinion.getSignedAt() != null)
					.orElse(null),
				this.meetings.findByRequestIdOrderById(id), staff);
		MessageSourceAccessor words = new MessageSourceAccessor(this.messages, language);
		return new Sheet(reference.value(), request.getPatient().fullName(),
				words.getMessage("sheet.about",
						new Object[] { reference.value(), this.dates.date(request.getSubmittedAt(), language),
								this.dates.dateTime(this.clock.instant(), language) }),
				holding.narrative() != null,
				new SheetWriter(words, this.dates, this.clinic.now().timeZone(), this.clock, this.vault, language)
					.write(holding));
	}

	private @Nullable Narrative narrative(SecondOpinionRequest request) {
		try {
			return request.narrative(this.vault);
		}
		catch (UnreadableException ex) {
			return null;
		}
	}

}
