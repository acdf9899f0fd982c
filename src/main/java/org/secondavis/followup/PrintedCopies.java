package org.secondavis.followup;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.secondavis.clinic.CurrentClinic;
import org.secondavis.clinic.Dates;
import org.secondavis.clinic.Languages;
import org.secondavis.document.Papers;
import org.secondavis.pdf.Pdfs;
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the copy of a patient's data as a document for people. */
@Component
class PrintedCopies {

	private final DataCopies copies;

	private final Requests requests;

	private final Papers papers;

	private final AnswerWriter answers;

	private final OpinionCopies opinions;

	private final MessageSource messages;

	private final Dates dates;

	private final Languages languages;

	private final CurrentClinic clinic;

	private final Clock clock;

	private final Pdfs pdfs;

	PrintedCopies(DataCopies copies, Requests requests, Papers papers, AnswerWriter answers, OpinionCopies opinions,
			MessageSource messages, Dates dates, Languages languages, CurrentClinic clinic, Clock clock, Pdfs pdfs) {
		this.copies = copies;
		this.requests = requests;
		this.papers = papers;
		this.answers = answers;
		this.opinions = opinions;
		this.messages = messages;
		this.dates = dates;
		this.languages = languages;
		this.clinic = clinic;
		this.clock = clock;
		this.pdfs = pdfs;
	}

	/** All that {@link DataCopies} gives, as a PDF document in the reader's language. */
	@Transactional(readOnly = true)
	byte[] of(Reference reference, Locale locale) {
		SecondOpinionRequest request = this.requests.findByReference(reference).orElseThrow();
		DataCopy copy = this.copies.of(reference);
		CopyWords words = new CopyWords(this.messages, this.dates, locale);
		PrintedCopy printed = new PrintedCopy(
				words.word("copy.about", this.clinic.now().name(), words.time(this.clock.instant())),
				words.facts(copy, this.languages.nameOf(request.getLanguage())), copy.words() != null,
				this.answers.write(request, copy.words(), this.papers.findByRequestId(request.getId()), locale),
				this.opinions.printed(request, words, locale), asked(copy, words), said(copy, Set.of("MESSAGE"), words),
				copy.files().stream().map(words::file).toList(), said(copy, Set.of("NOTE", "CALL"), words),
				copy.appointments().stream().map(words::appointed).toList(),
				copy.history().stream().map(words::event).toList(), copy.mails().stream().map(words::mail).toList());
		return this.pdfs.write("pdf/copy", Map.of("copy", printed), locale);
	}

	private static List<PrintedCopy.Entry> asked(DataCopy copy, CopyWords words) {
		return copy.papers()
			.entrySet()
			.stream()
			.filter((paper) -> paper.getValue().askedAt() != null || paper.getValue().arrivedAt() != null)
			.map((paper) -> words.asked(paper.getKey(), paper.getValue()))
			.toList();
	}

	private static List<PrintedCopy.Entry> said(DataCopy copy, Set<String> kinds, CopyWords words) {
		return copy.said().stream().filter((said) -> kinds.contains(said.kind())).map(words::said).toList();
	}

}
