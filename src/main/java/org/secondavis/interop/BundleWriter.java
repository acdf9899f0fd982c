package org.secondavis.interop;

import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import org.jspecify.annotations.Nullable;

import org.secondavis.appointment.Appointment;
import org.secondavis.clinic.Clinic;
import org.secondavis.document.PatientFile;
import org.secondavis.opinion.DeliveredDocument;
import org.secondavis.opinion.Opinion;
import org.secondavis.opinion.OpinionWords;
import org.secondavis.request.Helper;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.Situation;
import org.secondavis.request.Status;
import org.secondavis.staff.StaffAccount;

/**
 * Puts the resources of one request into a bundle. Each has the same name in every
 * bundle, so that another system recognises what it has taken in before.
 */
class BundleWriter {

	private final Bundle bundle = new Bundle();

	private final Map<UUID, Reference> practitioners = new HashMap<>();

	private final Codes codes;

	private final People people;

	private final Told told;

	private final UUID id;

	private final Reference patient;

	private final Reference clinic;

	private final Reference request;

	BundleWriter(Told told, Clinic clinic, Codes codes, Date now) {
		this.told = told;
		this.id = told.request().getId();
		this.codes = codes;
		this.people = new People(codes);
		this.bundle.setType(BundleType.COLLECTION).setTimestamp(now).setIdentifier(reference());
		this.patient = add(this.id, "patient", this.people.patient(told.request()));
		this.clinic = add(this.id, "clinic", People.clinic(clinic));
		this.request = name(this.id, "request");
	}

	private Identifier reference() {
		return new Identifier().setSystem(Codes.BASE + "NamingSystem/reference")
			.setValue(this.told.request().getReference().value());
	}

	/** Writes the request itself, with what it rests on. */
	void request(List<PatientFile> files, Files writer) {
		SecondOpinionRequest asked = this.told.request();
		Helper helper = asked.getHelper();
		Reference asking = (helper != null) ? add(this.id, "helper", this.people.helper(helper, this.patient))
				: this.patient;
		ServiceRequest service = new ServiceRequest().addIdentifier(reference())
			.setStatus(status(asked.getStatus()))
			.setIntent(ServiceRequestIntent.PROPOSAL)
			.setCode(new CodeableConcept().setText(this.codes.word("fhir.request")))
			.setSubject(this.patient)
			.setAuthoredOn(Date.from(asked.getSubmittedAt()))
			.setRequester(asking)
			.addPerformer(this.clinic)
			.addReasonCode(site(asked.getSituation()));
		QuestionnaireResponse answers = RequestForm.response(this.told, this.codes)
			.setSubject(this.patient)
			.setAuthored(Date.from(asked.getSubmittedAt()))
			.setAuthor(asking)
			.setSource(asking);
		service.addSupportingInfo(add(this.id, "answers", answers));
		files.forEach((file) -> service.addSupportingInfo(add(file.id(), "file", writer.file(file, this.patient))));
		add(this.id, "request", service);
		add(this.id, "form", RequestForm.questionnaire(this.codes));
	}

	private CodeableConcept site(Situation situation) {
		return this.codes.concept(situation.cancerSite())
			.addCoding(new Coding(SiteCodes.SYSTEM, SiteCodes.of(situation), null));
	}

	private static ServiceRequestStatus status(Status status) {
		return switch (status) {
			case SUSPECT -> ServiceRequestStatus.DRAFT;
			case NEW, IN_REVIEW -> ServiceRequestStatus.ACTIVE;
			case TO_COMPLETE -> ServiceRequestStatus.ONHOLD;
			case DELIVERED -> ServiceRequestStatus.COMPLETED;
			case REFERRED, DUPLICATE, CLOSED -> ServiceRequestStatus.REVOKED;
		};
	}

	/** Writes the members of staff who are named in it. */
	void staff(List<StaffAccount> accounts, Stream<@Nullable UUID> named) {
		Set<UUID> wanted = new LinkedHashSet<>(named.filter(Objects::nonNull).toList());
		accounts.stream().filter((account) -> wanted.contains(account.getId())).forEach((account) -> {
			Reference practitioner = add(account.getId(), "practitioner", this.people.practitioner(account));
			add(account.getId(), "role", this.people.role(account, practitioner, this.clinic));
			this.practitioners.put(account.getId(), practitioner);
		});
	}

	/** Writes the appointments, once the staff is written. */
	void visits(List<Appointment> appointments) {
		Visits visits = new Visits(this.codes);
		appointments.forEach((appointment) -> add(appointment.getId(), "appointment",
				visits.visit(appointment, this.request, this.patient, practitioner(appointment.getDoctorId()))));
	}

	/** Writes the opinion that the patient has, once the staff is written. */
	void opinion(Opinion opinion, OpinionWords words, List<DeliveredDocument> documents) {
		DiagnosticReport report = new Report(this.codes).report(opinion, words, this.told.ownQuestions(), documents)
			.addBasedOn(this.request)
			.setSubject(this.patient)
			.addPerformer(this.clinic)
			.addResultsInterpreter(practitioner(Objects.requireNonNull(opinion.getSignedBy()).value()));
		add(opinion.getId(), "report", report);
	}

	private Reference practitioner(UUID account) {
		return Objects.requireNonNull(this.practitioners.get(account));
	}

	Bundle bundle() {
		return this.bundle;
	}

	private Reference add(UUID of, String kind, Resource resource) {
		Reference name = name(of, kind);
		this.bundle.addEntry().setFullUrl(name.getReference()).setResource(resource);
		return name;
	}

	private static Reference name(UUID of, String kind) {
		return new Reference("urn:uuid:" + UUID.nameUUIDFromBytes((kind + of).getBytes(StandardCharsets.UTF_8)));
	}

}
