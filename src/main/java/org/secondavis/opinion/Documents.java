package org.secondavis.opinion;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.secondavis.clinic.CurrentClinic;
import org.secondavis.encryption.Vault;
import org.secondavis.pdf.Pdfs;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the documents of an opinion in the transaction that delivers it, so that the
 * patient has one as soon as the opinion counts as delivered. Each is written once.
 */
@Component
class Documents {

	/** What French doctors read, whatever the patient speaks. */
	private static final Locale OF_DOCTORS = Locale.FRENCH;

	private final DeliveredOpinions opinions;

	private final OpinionDocuments documents;

	private final OpinionWriter writer;

	private final Requests requests;

	private final CurrentClinic clinic;

	private final Pdfs pdfs;

	private final Vault vault;

	private final Clock clock;

	Documents(DeliveredOpinions opinions, OpinionDocuments documents, OpinionWriter writer, Requests requests,
			CurrentClinic clinic, Pdfs pdfs, Vault vault, Clock clock) {
		this.opinions = opinions;
		this.documents = documents;
		this.writer = writer;
		this.requests = requests;
		this.clinic = clinic;
		this.pdfs = pdfs;
		this.vault = vault;
		this.clock = clock;
	}

	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(OpinionDelivered event) {
		SecondOpinionRequest request = this.requests.findById(event.requestId()).orElseThrow();
		complete(request, this.opinions.find(request.getId()).orElseThrow());
	}

	/** Writes those that should be there and are not. */
	@Transactional(propagation = Propagation.MANDATORY)
	void complete(SecondOpinionRequest request, DeliveredOpinion delivered) {
		write(request, delivered, Audience.PATIENT, inFull(request.getLanguage()));
		if (delivered.opinion().mayGoToDoctor()) {
			write(request, delivered, Audience.DOCTOR, OF_DOCTORS);
		}
	}

	private void write(SecondOpinionRequest request, DeliveredOpinion delivered, Audience audience, Locale language) {
		writeOnce(request, delivered, null, audience, language);
		delivered.addenda().forEach((addendum) -> writeOnce(request, delivered, addendum, audience, language));
	}

	private void writeOnce(SecondOpinionRequest request, DeliveredOpinion delivered, @Nullable Addendum addendum,
			Audience audience, Locale language) {
		if (this.documents.find(delivered.opinion().getId(), (addendum != null) ? addendum.getId() : null, audience)
			.isPresent()) {
			return;
		}
		OpinionText text = (addendum != null) ? this.writer.write(delivered, addendum, request, audience, language)
				: this.writer.write(delivered, request, audience, language);
		byte[] content = this.pdfs.write("pdf/opinion",
				Map.of("opinion", text, "audience", audience, "clinic", this.clinic.now().in(language)), language);
		this.documents
			.save(new OpinionDocument(delivered.opinion().getId(), (addendum != null) ? addendum.getId() : null,
					audience, language, content, this.vault, this.clock.instant()));
	}

	/** A letter is written in a language itself, not in an easy variant of it. */
	private static Locale inFull(Locale language) {
		return new Locale.Builder().setLanguage(language.getLanguage()).setRegion(language.getCountry()).build();
	}

}
