package org.secondavis.review;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.secondavis.conversation.Call;
import org.secondavis.conversation.CallOutcome;
import org.secondavis.conversation.Calls;
import org.secondavis.conversation.Message;
import org.secondavis.conversation.Messages;
import org.secondavis.conversation.Placeholder;
import org.secondavis.document.Availability;
import org.secondavis.document.Paper;
import org.secondavis.document.PaperType;
import org.secondavis.document.Papers;
import org.secondavis.encryption.Vault;
import org.secondavis.referral.Directory;
import org.secondavis.referral.Place;
import org.secondavis.request.Change;
import org.secondavis.request.ClosingReason;
import org.secondavis.request.Contact.Person;
import org.secondavis.request.Decision;
import org.secondavis.request.Farewell;
import org.secondavis.request.Helper;
import org.secondavis.request.IllegalMoveException;
import org.secondavis.request.Move;
import org.secondavis.request.NextPlace;
import org.secondavis.request.Reference;
import org.secondavis.request.ReferralReason;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.request.Told;
import org.secondavis.request.UnkindEndException;
import org.secondavis.staff.NotFoundException;
import org.secondavis.staff.OvertakenException;
import org.secondavis.staff.WrongInputException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import static org.secondavis.staff.WrongInputException.code;
import static org.secondavis.staff.WrongInputException.require;

/**
 * Carries out decisions of which the patient is told: the message, or the note of the
 * call, is kept with the decision or not at all.
 */
@Service
class Tellings {

	private final Requests requests;

	private final Messages messages;

	private final Calls calls;

	private final Papers papers;

	private final Directory directory;

	private final MessageWords words;

	private final Vault vault;

	private final Clock clock;

	Tellings(Requests requests, Messages messages, Calls calls, Papers papers, Directory directory, MessageWords words,
			Vault vault, Clock clock) {
		this.requests = requests;
		this.messages = messages;
		this.calls = calls;
		this.papers = papers;
		this.directory = directory;
		this.words = words;
		this.vault = vault;
		this.clock = clock;
	}

	/** The codes of the reasons for a decision. */
	static List<String> reasons(Action action) {
		return switch (action) {
			case REFER -> Arrays.stream(ReferralReason.values()).map(Enum::name).toList();
			case CLOSE -> Arrays.stream(ClosingReason.values()).map(Enum::name).toList();
			default -> List.of();
		};
	}

	/**
	 * Decides and tells.
	 * @throws OvertakenException if somebody else decided in the meantime
	 * @throws IllegalMoveException if the request's status does not allow it
	 * @throws WrongInputException if something has to be put right
	 */
	@Transactional
	void decide(Reference reference, Action action, TellingForm form, StaffId by) {
		SecondOpinionRequest request = this.requests.findByReference(reference).orElseThrow(NotFoundException::new);
		if (request.revision() != form.revision()) {
			throw new OvertakenException();
		}
		if (!request.possibleMoves().contains(action.move())) {
			throw new IllegalMoveException(action.move(), request.getStatus());
		}
		Decision decision = Decision.by(by, this.clock.instant());
		try {
			switch (action) {
				case COMPLETE -> complete(request, form, decision);
				case REFER -> {
					NextPlace place = place(form);
					ReferralReason reason = code(ReferralReason.class, form.reason(), "reason",
							"decision.reason.choose");
					request.referElsewhere(reason,
							Farewell.by(tell(request, action, form, List.of(), place, decision)).to(place), decision,
							this.vault);
				}
				case CLOSE -> close(request, form, decision);
				default -> throw new NotFoundException();
			}
		}
		catch (UnkindEndException ex) {
			throw wrong(ex);
		}
		this.requests.save(request);
	}

	private void complete(SecondOpinionRequest request, TellingForm form, Decision decision) {
		Map<PaperType, Paper> known = new EnumMap<>(PaperType.class);
		this.papers.findByRequestId(request.getId()).forEach((paper) -> known.put(paper.getType(), paper));
		List<PaperType> asked = asked(form);
		request.markToComplete(asked.stream().map(Enum::name).collect(Collectors.joining(",")),
				tell(request, Action.COMPLETE, form, asked, null, decision), decision, this.vault);
		List<Paper> waitedFor = asked.stream()
			.map((type) -> known.getOrDefault(type, new Paper(request.getId(), type, Availability.UNKNOWN)))
			.toList();
		waitedFor.forEach((paper) -> paper.ask(decision.at()));
		this.papers.saveAll(waitedFor);
	}

	private void close(SecondOpinionRequest request, TellingForm form, Decision decision) {
		ClosingReason reason = code(ClosingReason.class, form.reason(), "reason", "decision.reason.choose");
		NextPlace place = place(form);
		boolean silent = !reason.needsTelling() && form.note().isEmpty();
		Farewell farewell = silent ? Farewell.NONE
				: Farewell.by(tell(request, Action.CLOSE, form, List.of(), place, decision));
		request.close(reason, farewell.to(place), decision, this.vault);
	}

	/** The papers that are ticked. */
	static List<PaperType> asked(TellingForm form) {
		return Arrays.stream(PaperType.values()).filter((type) -> form.papers().contains(type.name())).toList();
	}

	/** The place from the directory, or in words; none if neither is there. */
	@Nullable NextPlace place(TellingForm form) {
		if (!form.place().isEmpty()) {
			return this.directory.find(id(form.place()))
				.map(Place::told)
				.orElseThrow(() -> new WrongInputException("place", "decision.place.gone"));
		}
		return form.elsewhere().isEmpty() ? null : NextPlace.inWords(form.elsewhere());
	}

	/** How this request's patient can be told, the likeliest first. */
	static List<Way> ways(SecondOpinionRequest request, Action action, List<Call> calls) {
		List<Way> ways = new ArrayList<>();
		if (request.mayBeMailed()) {
			ways.add(Way.MESSAGE);
		}
		ways.add(Way.CALL);
		if (calls.stream().anyMatch((call) -> call.getOutcome() == CallOutcome.REACHED)) {
			ways.add(Way.CALLED);
		}
		if (action == Action.CLOSE && !calls.isEmpty()) {
			ways.add(Way.ATTEMPT);
		}
		return ways;
	}

	/** The calls since the request came, or was last reopened; the latest first. */
	List<Call> calls(SecondOpinionRequest request) {
		Instant since = request.getHistory()
			.stream()
			.filter((change) -> change.getMove() == Move.REOPEN)
			.map(Change::getAt)
			.max(Comparator.naturalOrder())
			.orElse(Instant.MIN);
		return this.calls.findByRequestIdOrderByWrittenAtDescIdDesc(request.getId())
			.stream()
			.filter((call) -> call.getWrittenAt().isAfter(since))
			.toList();
	}

	private Told tell(SecondOpinionRequest request, Action action, TellingForm form, List<PaperType> papers,
			@Nullable NextPlace place, Decision decision) {
		List<Way> ways = ways(request, action, calls(request));
		Way way = code(Way.class, form.told(), "told", "decision.told.choose");
		require(way != Way.MESSAGE || ways.contains(way), "told", "decision.message.unreachable");
		require(ways.contains(way), "told", "decision.told.noCall");
		Map<Placeholder, String> values = this.words.values(request, papers, place);
		String text = Placeholder.fill(form.note(), values);
		require(text.length() <= Message.LONGEST, "note", "decision.note.long");
		require(text.isEmpty() || way.hasWords(), "note", "decision.told.noWords");
		if (way == Way.MESSAGE) {
			require(!text.isEmpty(), "note", "decision.told.message.missing");
			require(Placeholder.open(form.note(), values.keySet()).isEmpty(), "note", "decision.told.open");
			this.messages
				.save(Message.ofClinic(request.getId(), decision.by(), form.page(), text, this.vault, decision.at()));
		}
		else if (way == Way.CALL) {
			require(!text.isEmpty(), "note", "decision.told.call.missing");
			this.calls.save(Call.made(request.getId(), decision.by(), person(request, form), CallOutcome.REACHED, text,
					null, null, this.vault, decision.at()));
		}
		return way.told();
	}

	private static Person person(SecondOpinionRequest request, TellingForm form) {
		if (request.actingHelper() == null) {
			return Person.PATIENT;
		}
		return code(Person.class, form.person(), "person", "call.person.choose");
	}

	/**
	 * Who is to be told on the telephone: the patient, but for whoever decides or is to
	 * be called first.
	 */
	static Person first(SecondOpinionRequest request) {
		Helper helper = request.actingHelper();
		return (helper != null && helper.decides()) ? Person.HELPER : request.firstToCall();
	}

	private static WrongInputException wrong(UnkindEndException ex) {
		return switch (ex.lack()) {
			case PLACE -> new WrongInputException("elsewhere", "decision.place.missing");
			case ADDRESS -> new WrongInputException("told", "decision.message.unreachable");
			case TELLING -> new WrongInputException("told", "decision.told.choose");
		};
	}

	private static UUID id(String text) {
		try {
			return UUID.fromString(text);
		}
		catch (IllegalArgumentException ex) {
			throw new WrongInputException("place", "decision.place.gone");
		}
	}

}
