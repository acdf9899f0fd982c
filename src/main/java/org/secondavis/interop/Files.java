package org.secondavis.interop;

import java.util.Date;
import java.util.List;
import java.util.function.Function;

import org.hl7.fhir.r4.model.Attachment;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Reference;
import org.jspecify.annotations.Nullable;

import org.secondavis.document.PaperType;
import org.secondavis.document.PatientFile;
import org.secondavis.document.ScanResult;

/** Writes the files of a request, without what is in them. */
class Files {

	private final Codes codes;

	private final Function<PatientFile, String> addresses;

	/**
	 * Writes files.
	 * @param addresses where the content of each lies, seen from the bundle
	 */
	Files(Codes codes, Function<PatientFile, String> addresses) {
		this.codes = codes;
		this.addresses = addresses;
	}

	DocumentReference file(PatientFile file, Reference patient) {
		DocumentReference document = new DocumentReference()
			.setStatus((file.scan() == ScanResult.INFECTED) ? DocumentReferenceStatus.ENTEREDINERROR
					: DocumentReferenceStatus.CURRENT)
			.setSubject(patient)
			.setAuthor(List.of(patient))
			.setDate(Date.from(file.receivedAt()))
			.setDescription(this.codes.word("fhir.scan." + file.scan()));
		if (file.paper() != null) {
			document.setType(type(file.paper()));
		}
		Attachment content = new Attachment().setContentType(file.type().mediaType())
			.setSize((int) file.size())
			.setCreation(Date.from(file.receivedAt()));
		if (file.name() != null && !file.name().isBlank()) {
			content.setTitle(Codes.clean(file.name()));
		}
		if (file.mayBeOpened()) {
			content.setUrl(this.addresses.apply(file));
		}
		document.addContent().setAttachment(content);
		return document;
	}

	private CodeableConcept type(PaperType paper) {
		CodeableConcept type = this.codes.concept(paper);
		String known = loinc(paper);
		return (known != null) ? type.addCoding(new Coding("http://loinc.org", known, null)) : type;
	}

	/** What LOINC calls such a document, where that is the same. */
	private static @Nullable String loinc(PaperType paper) {
		return switch (paper) {
			case PATHOLOGY -> "11526-1";
			case IMAGING_REPORT -> "18748-4";
			case OPERATION_REPORT -> "11504-8";
			case BLOOD_TESTS -> "11502-2";
			case RCP_REPORT, IMAGES, LETTERS, GENETICS, MEDICINES -> null;
		};
	}

}
