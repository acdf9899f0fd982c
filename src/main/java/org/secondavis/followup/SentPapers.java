package org.secondavis.followup;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.secondavis.document.Availability;
import org.secondavis.document.EssentialPapers;
import org.secondavis.document.FileOwner;
import org.secondavis.document.Paper;
import org.secondavis.document.PaperType;
import org.secondavis.document.Papers;
import org.secondavis.document.PatientFile;
import org.secondavis.document.PatientFiles;
import org.secondavis.document.Received;
import org.secondavis.document.Reception;
import org.secondavis.document.UploadForm;
import org.secondavis.document.UploadRules;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.Status;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The papers that patients send after their request. */
@Component
class SentPapers {

	private final Papers papers;

	private final PatientFiles files;

	private final Reception reception;

	private final TransactionTemplate transaction;

	SentPapers(Papers papers, PatientFiles files, Reception reception, TransactionTemplate transaction) {
		this.papers = papers;
		this.files = files;
		this.reception = reception;
		this.transaction = transaction;
	}

	UploadRules rules() {
		return this.files.rules();
	}

	PapersPanel panel(SecondOpinionRequest request) {
		return panel(request, this.papers.findByRequestId(request.getId()));
	}

	PapersPanel panel(SecondOpinionRequest request, List<Paper> told) {
		List<PatientFile> sent = this.files.of(FileOwner.request(request.getId()));
		boolean open = isOpen(request);
		return new PapersPanel(open, open ? missing(told, sent) : List.of(), sent, rules());
	}

	/** Whether more may be sent. */
	static boolean isOpen(SecondOpinionRequest request) {
		return request.getStatus() == Status.SUSPECT || request.getStatus().isOpen();
	}

	private static List<PaperType> missing(List<Paper> told, List<PatientFile> sent) {
		Set<PaperType> missing = EnumSet.copyOf(EssentialPapers.TYPES);
		told.stream()
			.filter((paper) -> paper.getAvailability() == Availability.HAVE)
			.map(Paper::getType)
			.forEach(missing::remove);
		sent.forEach((file) -> missing.remove(file.paper()));
		return List.copyOf(missing);
	}

	/** Keeps the files of a form, and notes which papers the patient has by now. */
	Received receive(UUID request, UploadForm form) {
		Received received = this.reception.receive(form, () -> FileOwner.request(request));
		this.transaction.executeWithoutResult((status) -> received.papers().forEach((type) -> note(request, type)));
		return received;
	}

	private void note(UUID request, PaperType type) {
		List<Paper> told = this.papers.findByRequestId(request)
			.stream()
			.filter((paper) -> paper.getType() == type)
			.toList();
		told.forEach(Paper::found);
		if (told.isEmpty()) {
			this.papers.saveAll(List.of(new Paper(request, type, Availability.HAVE)));
		}
	}

}
