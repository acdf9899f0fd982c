package org.secondavis.interop;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import ca.uhn.fhir.context.FhirContext;
import org.hl7.fhir.r4.model.Bundle;
import org.jspecify.annotations.Nullable;

import org.secondavis.appointment.Appointment;
import org.secondavis.appointment.Appointments;
import org.secondavis.clinic.CurrentClinic;
import org.secondavis.document.Dossier;
import org.secondavis.document.PatientFile;
import org.secondavis.document.PatientFiles;
import org.secondavis.encryption.UnreadableException;
import org.secondavis.encryption.Vault;
import org.secondavis.opinion.DeliveredDocuments;
import org.secondavis.opinion.Opinion;
import org.secondavis.opinion.Opinions;
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.staff.StaffAccounts;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes a request as a bundle of FHIR R4, from all modules that hold a part of it. An
 * opinion is part of it once the patient has it, whoever asks.
 */
@Component
public class FhirBundles {

	private final Requests requests;

	private final PatientFiles files;

	private final Appointments appointments;

	private final Opinions opinions;

	private final DeliveredDocuments documents;

	private final StaffAccounts accounts;

	private final Vault vault;

	private final MessageSource messages;

	private final CurrentClinic clinic;

	private final Clock clock;

	FhirBundles(Requests requests, PatientFiles files, Appointments appointments, Opinions opinions,
			DeliveredDocuments documents, StaffAccounts accounts, Vault vault, MessageSource messages,
			CurrentClinic clinic, Clock clock) {
		this.requests = requests;
		this.files = files;
		this.appointments = appointments;
		this.opinions = opinions;
		this.documents = documents;
		this.accounts = accounts;
		this.vault = vault;
		this.messages = messages;
		this.clinic = clinic;
		this.clock = clock;
	}

	/**
	 * The bundle as JSON; empty if there is no such request.
	 * @param addresses where the content of each file lies, seen from the bundle
	 */
	@Transactional(readOnly = true)
	public Optional<byte[]> write(Reference reference, Locale language, Function<PatientFile, String> addresses) {
		return this.requests.findByReference(reference)
			.map((request) -> bundle(request, language, addresses))
			.map((bundle) -> Json.CONTEXT.newJsonParser()
				.setPrettyPrint(true)
				.encodeResourceToString(bundle)
				.getBytes(StandardCharsets.UTF_8));
	}

	private Bundle bundle(SecondOpinionRequest request, Locale language, Function<PatientFile, String> addresses) {
		UUID id = request.getId();
		Dossier dossier = this.files.dossier(id);
		List<Appointment> visits = this.appointments.findByRequestIdOrderByCreatedAt(id);
		Optional<Opinion> opinion = this.opinions.findByRequestId(id).filter((one) -> one.getDeliveredAt() != null);
		Codes codes = new Codes(this.messages, language);
		Told told = new Told(request, open(() -> request.narrative(this.vault)), dossier.papers());
		BundleWriter writer = new BundleWriter(told, this.clinic.now().in(language), codes,
				Date.from(this.clock.instant()));
		writer.request(dossier.files(), new Files(codes, addresses));
		writer.staff(this.accounts.findAllByOrderByName(),
				Stream.concat(visits.stream().map(Appointment::getDoctorId),
						Stream.of(request.getAssignee(), opinion.map(Opinion::getSignedBy).orElse(null))
							.map((staff) -> (staff != null) ? staff.value() : null)));
		writer.visits(visits);
		opinion.ifPresent((one) -> Optional.ofNullable(open(() -> one.words(this.vault)))
			.ifPresent((words) -> writer.opinion(one, words,
					this.documents.of(id)
						.stream()
						.filter((document) -> !document.forDoctor() && document.isReadable())
						.toList())));
		return writer.bundle();
	}

	// what cannot be opened is missing, the rest is there all the same
	private static <T> @Nullable T open(Supplier<T> sealed) {
		try {
			return sealed.get();
		}
		catch (UnreadableException ex) {
			return null;
		}
	}

	/** Learns FHIR when it is first needed: that takes a second, and memory for good. */
	private static final class Json {

		static final FhirContext CONTEXT = FhirContext.forR4();

	}

}
