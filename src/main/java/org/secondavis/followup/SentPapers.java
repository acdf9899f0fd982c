package org.secondavis.followup;

import java.time.Clock;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

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
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
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

	private final Requests requests;

	private final TransactionTemplate transaction;

	private final Clock clock;

	SentPapers(Papers papers, PatientFiles files, Reception reception, Requests requests,
			TransactionTemplate transaction, Clock clock) {
		this.papers = papers;
		this.requests = requests;
		this.clock = clock;
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
		List<PaperType> asked = open ? asked(told) : List.of();
		List<PaperType> missing = open ? missing(told, sent) : List.of();
		return new PapersPanel(open, asked, answers(told),
				missing.stream().filter((type) -> !asked.contains(type)).toList(), sent, rules());
	}

	/** Whether more may be sent. */
	static boolean isOpen(SecondOpinionRequest request) {
		return request.getStatus() == Status.SUSPECT || request.getStatus().isOpen();
	}

	private static List<PaperType> asked(List<Paper> told) {
		return told.stream().filter(Paper::isAwaited).map(Paper::getType).sorted().toList();
	}

	private static Map<PaperType, Availability> answers(List<Paper> told) {
		Map<PaperType, Availability> answers = new EnumMap<>(PaperType.class);
		told.forEach((paper) -> Optional.ofNullable(paper.getAnswer())
			.ifPresent((answer) -> answers.put(paper.getType(), answer)));
		return answers;
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

	/** Keeps the files of a form, and notes which papers have come. */
	Received receive(SecondOpinionRequest request, UploadForm form) {
		Received received = this.reception.receive(form, () -> FileOwner.request(request.getId()));
		change(request.getReference(), (id) -> received.papers()
			.forEach((type) -> paper(id, type, Availability.HAVE).arrive(this.clock.instant())));
		return received;
	}

	/** The patient says whether a paper that was asked for can be had. */
	void tell(SecondOpinionRequest request, PaperType type, Availability availability) {
		change(request.getReference(), (id) -> {
			List<Paper> told = this.papers.findByRequestId(id)
				.stream()
				.filter((paper) -> paper.getType() == type && paper.isAwaited())
				.toList();
			told.forEach((paper) -> paper.tell(availability, this.clock.instant()));
			this.papers.saveAll(told);
		});
	}

	// whoever asks for papers at this moment waits, so that neither overwrites the other
	private void change(Reference reference, Consumer<UUID> change) {
		this.transaction.executeWithoutResult((status) -> this.requests.lockByReference(reference)
			.ifPresent((request) -> change.accept(request.getId())));
	}

	private Paper paper(UUID request, PaperType type, Availability availability) {
		return this.papers.findByRequestId(request)
			.stream()
			.filter((paper) -> paper.getType() == type)
			.findFirst()
			.orElseGet(() -> this.papers.saveAll(List.of(new Paper(request, type, availability))).get(0));
	}

}
