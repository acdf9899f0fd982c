package org.secondavis.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.Languages;
import org.secondavis.conversation.Call;
import org.secondavis.conversation.CallOutcome;
import org.secondavis.conversation.OwnTopic;
import org.secondavis.conversation.Placeholder;
import org.secondavis.conversation.PreparedTexts;
import org.secondavis.conversation.Topic;
import org.secondavis.document.PaperType;
import org.secondavis.document.Papers;
import org.secondavis.journal.Doer;
import org.secondavis.journal.Timeline;
import org.secondavis.referral.Directory;
import org.secondavis.request.ClosingReason;
import org.secondavis.request.NextPlace;
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.staff.NotFoundException;
import org.secondavis.staff.StaffAccounts;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what staff need to decide and to tell, and proposes the words. */
@Component
class TellingSheets {

	private final Requests requests;

	private final Papers papers;

	private final Directory directory;

	private final StaffAccounts accounts;

	private final PreparedTexts texts;

	private final MessageWords words;

	private final Timeline timeline;

	private final Tellings tellings;

	private final Languages languages;

	TellingSheets(Requests requests, Papers papers, Directory directory, StaffAccounts accounts, PreparedTexts texts,
			MessageWords words, Timeline timeline, Tellings tellings, Languages languages) {
		this.requests = requests;
		this.papers = papers;
		this.directory = directory;
		this.accounts = accounts;
		this.texts = texts;
		this.words = words;
		this.timeline = timeline;
		this.tellings = tellings;
		this.languages = languages;
	}

	/** The sheet for a decision; empty if the request's status does not allow it. */
	@Transactional(readOnly = true)
	Optional<TellingSheet> of(Reference reference, Action action) {
		return sheet(find(reference), action);
	}

	/** The same, with the form as it is proposed. */
	@Transactional(readOnly = true)
	Optional<Proposal> proposal(Reference reference, Action action) {
		SecondOpinionRequest request = find(reference);
		return sheet(request, action).map((sheet) -> new Proposal(sheet, propose(sheet, request)));
	}

	private Optional<TellingSheet> sheet(SecondOpinionRequest request, Action action) {
		if (!request.possibleMoves().contains(action.move())) {
			return Optional.empty();
		}
		List<Doer> staff = this.accounts.findAllByOrderByName().stream().map(Doer::of).toList();
		List<Call> calls = this.tellings.calls(request);
		return Optional.of(new TellingSheet(action, request.getReference().value(), request.revision(),
				request.getPatient().fullName(), this.languages.nameOf(request.getLanguage()), request.getContact(),
				request.actingHelper(), request.getSituation().cancerSite(),
				(action == Action.COMPLETE) ? PaperLine.checklist(this.papers.findByRequestId(request.getId()))
						: List.of(),
				(action != Action.COMPLETE) ? this.directory.forSite(request.getSituation().cancerSite()) : List.of(),
				Tellings.ways(request, action, calls),
				calls.stream()
					.filter((call) -> call.getOutcome() == CallOutcome.REACHED)
					.findFirst()
					.map((call) -> this.timeline.entry(call, staff))
					.orElse(null),
				this.timeline.ofHistory(request, staff)));
	}

	/**
	 * What the page proposes: the papers that are missing, and our words, in which papers
	 * and places stay open until they are chosen.
	 */
	private TellingForm propose(TellingSheet sheet, SecondOpinionRequest request) {
		List<String> missing = sheet.papers()
			.stream()
			.filter(PaperLine::missing)
			.map((paper) -> paper.type().name())
			.toList();
		String text = (!sheet.writable() || sheet.action() == Action.CLOSE) ? ""
				: text(request, topic(sheet.action(), ""), List.of(), null);
		return new TellingForm("" + sheet.revision(), null, missing, null, null, sheet.ways().get(0).name(),
				Tellings.first(request).name(), text, UUID.randomUUID().toString());
	}

	/**
	 * The form with a message: ours where nothing was typed, all filled in that was
	 * chosen.
	 */
	@Transactional(readOnly = true)
	TellingForm prepare(TellingSheet sheet, TellingForm form) {
		SecondOpinionRequest request = find(new Reference(sheet.reference()));
		NextPlace place = this.tellings.place(form.saying(""));
		List<PaperType> papers = Tellings.asked(form);
		return form.saying(form.note().isEmpty() ? text(request, topic(sheet.action(), form.reason()), papers, place)
				: Placeholder.fill(form.note(), this.words.values(request, papers, place)));
	}

	/** The topics for messages that the clinic has added. */
	List<OwnTopic> ownTopics() {
		return this.texts.own();
	}

	/**
	 * A message that goes on with a prepared text; the papers are those still missing.
	 */
	@Transactional(readOnly = true)
	String insert(Reference reference, String topic, String typed) {
		SecondOpinionRequest request = find(reference);
		List<PaperType> missing = PaperLine.checklist(this.papers.findByRequestId(request.getId()))
			.stream()
			.filter((paper) -> paper.missing() || paper.awaited())
			.map(PaperLine::type)
			.toList();
		String text = this.texts.find(topic, request.getLanguage())
			.map((found) -> Placeholder.fill(found, this.words.values(request, missing, null)))
			.orElse("");
		return typed.isEmpty() ? text : (text.isEmpty() ? typed : typed + "\n\n" + text);
	}

	private String text(SecondOpinionRequest request, Topic topic, List<PaperType> papers, @Nullable NextPlace place) {
		return Placeholder.fill(this.texts.find(topic, request.getLanguage()),
				this.words.values(request, papers, place));
	}

	private static Topic topic(Action action, String reason) {
		return switch (action) {
			case COMPLETE -> Topic.PAPERS;
			case REFER -> Topic.REFER;
			default -> ClosingReason.OUT_OF_SCOPE.name().equals(reason) ? Topic.OUT_OF_SCOPE : Topic.CLOSING;
		};
	}

	private SecondOpinionRequest find(Reference reference) {
		return this.requests.findWithHistoryByReference(reference).orElseThrow(NotFoundException::new);
	}

	/**
	 * A page as it is first opened.
	 *
	 * @param sheet what to know
	 * @param form what is filled in already
	 */
	record Proposal(TellingSheet sheet, TellingForm form) {
	}

}
