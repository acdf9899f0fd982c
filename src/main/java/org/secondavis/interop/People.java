package org.secondavis.interop;

import java.util.Optional;

import org.hl7.fhir.r4.model.Address;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.HumanName.NameUse;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.Clinic;
import org.secondavis.request.EmailAddress;
import org.secondavis.request.Helper;
import org.secondavis.request.Phone;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.staff.StaffAccount;

/** Writes who has to do with a request: patient, helper, staff and clinic. */
class People {

	private final Codes codes;

	People(Codes codes) {
		this.codes = codes;
	}

	/** The identity traits are those of French health identification. */
	Patient patient(SecondOpinionRequest request) {
		org.secondavis.request.Patient told = request.getPatient();
		Patient patient = new Patient();
		patient.addName(name(told.birthName(), told.firstName()).setUse(NameUse.OFFICIAL));
		if (told.usedName() != null) {
			patient.addName(name(told.usedName(), told.firstName()).setUse(NameUse.USUAL));
		}
		patient.setBirthDateElement(new DateType(told.birthDate().toString()));
		phone(request.getContact().phone()).ifPresent(patient::addTelecom);
		email(request.getContact().email()).ifPresent(patient::addTelecom);
		return patient;
	}

	private static HumanName name(String family, String given) {
		return new HumanName().setFamily(Codes.clean(family)).addGiven(Codes.clean(given));
	}

	/** Who asked in the patient's place. */
	RelatedPerson helper(Helper helper, Reference patient) {
		RelatedPerson person = new RelatedPerson().setPatient(patient).setActive(helper.acts());
		person.addName().setText(Codes.clean(helper.name()));
		CodeableConcept relation = this.codes.concept(helper.relation());
		String known = relation(helper.relation());
		if (known != null) {
			relation.addCoding(new Coding("http://terminology.hl7.org/CodeSystem/v3-RoleCode", known, null));
		}
		person.addRelationship(relation);
		phone(helper.phone()).ifPresent(person::addTelecom);
		email(helper.email()).ifPresent(person::addTelecom);
		return person;
	}

	/** What HL7 calls it (v3 RoleCode), where that is the same. */
	private static @Nullable String relation(Helper.Relation relation) {
		return switch (relation) {
			case SPOUSE -> "SPS";
			case CHILD -> "CHILD";
			case PARENT -> "PRN";
			case OTHER_RELATIVE -> "FAMMEMB";
			case FRIEND -> "FRND";
			case GUARDIAN -> "GUARD";
			case CARER, DOCTOR -> null;
		};
	}

	Practitioner practitioner(StaffAccount account) {
		Practitioner practitioner = new Practitioner();
		practitioner.addName().setText(Codes.clean(account.getName()));
		return practitioner;
	}

	PractitionerRole role(StaffAccount account, Reference practitioner, Reference clinic) {
		return new PractitionerRole().setPractitioner(practitioner)
			.setOrganization(clinic)
			.addCode(this.codes.concept(account.getRole()));
	}

	static Organization clinic(Clinic clinic) {
		Organization organization = new Organization().setName(Codes.clean(clinic.name()));
		organization.addTelecom(point(ContactPointSystem.PHONE, clinic.phone()));
		organization.addTelecom(point(ContactPointSystem.EMAIL, clinic.email()));
		return organization.addAddress(new Address().setText(Codes.clean(clinic.address())));
	}

	private static Optional<ContactPoint> phone(@Nullable Phone phone) {
		return Optional.ofNullable(phone).map((number) -> point(ContactPointSystem.PHONE, number.value()));
	}

	private static Optional<ContactPoint> email(@Nullable EmailAddress email) {
		return Optional.ofNullable(email).map((address) -> point(ContactPointSystem.EMAIL, address.value()));
	}

	private static ContactPoint point(ContactPointSystem system, String value) {
		return new ContactPoint().setSystem(system).setValue(Codes.clean(value));
	}

}
