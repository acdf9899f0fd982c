package org.secondavis.export;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.secondavis.appointment.Appointments;
import org.secondavis.clinic.CurrentClinic;
import org.secondavis.clinic.Dates;
import org.secondavis.clinic.Languages;
import org.secondavis.conversation.Conversations;
import org.secondavis.document.PatientFiles;
import org.secondavis.encryption.UnreadableException;
import org.secondavis.encryption.Vault;
import org.secondavis.journal.Chronicle;
import org.secondavis.journal.Doer;
import org.secondavis.journal.Journal;
import org.secondavis.journal.Timeline;
import org.secondavis.opinion.DeliveredOpinions;
import org.secondavis.opinion.Opinion;
import org.secondavis.opinion.OpinionRight;
import org.secondavis.opinion.OpinionTraces;
import org.secondavis.opinion.Opinions;
import org.secondavis.opinion.Rcps;
import org.secondavis.request.Narrative;
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.staff.NotFoundException;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.StaffMember;

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

	private final OpinionTraces traces;

	private final DeliveredOpinions delivered;

	private final Conversations conversations;

	private final Timeline timeline;

	private final Chronicle chronicle;

	private final Languages languages;

	private final Vault vault;

	private final MessageSource messages;

	private final Dates dates;

	private final CurrentClinic clinic;

	private final Clock clock;

	Sheets(Requests requests, PatientFiles files, Appointments appointments, Opinions opinions, Rcps meetings,
			StaffAccounts accounts, OpinionTraces traces, DeliveredOpinions delivered, Conversations conversations,
			Timeline timeline, Chronicle chronicle, Languages languages, Vault vault, MessageSource messages,
			Dates dates, CurrentClinic clinic, Clock clock) {
		this.requests = requests;
		this.files = files;
		this.appointments = appointments;
		this.opinions = opinions;
		this.meetings = meetings;
		this.accounts = accounts;
		this.traces = traces;
		this.delivered = delivered;
		this.conversations = conversations;
		this.timeline = timeline;
		this.chronicle = chronicle;
		this.languages = languages;
		this.vault = vault;
		this.messages = messages;
		this.dates = dates;
		this.clinic = clinic;
		this.clock = clock;
	}

	/**
	 * The sheet.
	 * @param reader for whom it is: of an opinion that is not signed only doctors read
	 */
	@Transactional(readOnly = true)
	Sheet of(Reference reference, StaffMember reader, Locale language) {
		Holding holding = holding(find(reference), (opinion) -> OpinionRight.mayRead(reader, opinion));
		return sheet(holding, "sheet.title", writer(language).write(holding), language);
	}

	/**
	 * All that is known of the request and happened to it, for the clinic's records. What
	 * the patient does not have is no opinion yet and left out.
	 * @param reader for whom it is: what a meeting advised is for doctors until then
	 */
	@Transactional(readOnly = true)
	Sheet record(Reference reference, StaffMember reader, Locale language) {
		SecondOpinionRequest request = find(reference);
		Holding holding = holding(request, (opinion) -> opinion.getDeliveredAt() != null);
		SheetWriter writer = writer(language);
		List<Section> sections = new ArrayList<>(writer.write(holding));
		sections.add(writer.rest(request, this.languages.nameOf(request.getLanguage())));
		sections.add(writer.advice(holding,
				OpinionRight.mayRead(reader, this.opinions.findByRequestId(request.getId()).orElse(null))));
		this.delivered.find(request.getId()).ifPresent((opinion) -> sections.add(writer.asked(opinion.questions())));
		sections.removeIf(Section::isEmpty);
		Journal journal = this.timeline.of(request, this.conversations.findByRequestIdOrderByWrittenAt(request.getId()),
				holding.dossier(), holding.appointments(), this.traces.findByRequestIdOrderByAt(request.getId()),
				holding.staff().stream().map(Doer::of).toList());
		sections.add(Section.ofFacts(this.messages.getMessage("journal.title", null, language),
				this.chronicle.write(journal, language)
					.stream()
					.map((event) -> new Section.Fact(event.when(), event.lines()))
					.toList()));
		return sheet(holding, "record.title", sections, language);
	}

	private Sheet sheet(Holding holding, String title, List<Section> sections, Locale language) {
		SecondOpinionRequest request = holding.request();
		String reference = request.getReference().value();
		MessageSourceAccessor words = new MessageSourceAccessor(this.messages, language);
		return new Sheet(reference, words.getMessage(title, new Object[] { reference }),
				request.getPatient().fullName(),
				words.getMessage("sheet.about",
						new Object[] { reference, this.dates.date(request.getSubmittedAt(), language),
								this.dates.dateTime(this.clock.instant(), language) }),
				holding.narrative() != null, sections);
	}

	private SheetWriter writer(Locale language) {
		return new SheetWriter(new MessageSourceAccessor(this.messages, language), this.dates,
				this.clinic.now().timeZone(), this.clock, this.vault, language);
	}

	private SecondOpinionRequest find(Reference reference) {
		return this.requests.findWithHistoryByReference(reference).orElseThrow(NotFoundException::new);
	}

	private Holding holding(SecondOpinionRequest request, Predicate<Opinion> shown) {
		UUID id = request.getId();
		Optional<Opinion> opinion = this.opinions.findByRequestId(id);
		return new Holding(request, narrative(request), this.files.dossier(id),
				this.appointments.findByRequestIdOrderByCreatedAt(id), opinion.filter(shown).orElse(null),
				opinion.map(Opinion::state).orElse(null), this.meetings.findByRequestIdOrderById(id),
				this.accounts.findAllByOrderByName());
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
