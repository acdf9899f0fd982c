package org.secondavis.journal;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.secondavis.appointment.Appointment;
import org.secondavis.appointment.AppointmentAct;
import org.secondavis.clinic.CurrentClinic;
import org.secondavis.conversation.Call;
import org.secondavis.conversation.Message;
import org.secondavis.conversation.Said;
import org.secondavis.document.Dossier;
import org.secondavis.document.Paper;
import org.secondavis.encryption.Vault;
import org.secondavis.mail.Outbox;
import org.secondavis.opinion.OpinionTrace;
import org.secondavis.request.Change;
import org.secondavis.request.Move;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;

import org.springframework.stereotype.Component;

/** Puts what happened to a request into one line of time, from all modules that know. */
@Component
public class Timeline {

	private final Outbox outbox;

	private final Vault vault;

	private final CurrentClinic clinic;

	Timeline(Outbox outbox, Vault vault, CurrentClinic clinic) {
		this.outbox = outbox;
		this.vault = vault;
		this.clinic = clinic;
	}

	/**
	 * The journal of a request.
	 * @param staff all accounts, for their names
	 */
	public Journal of(SecondOpinionRequest request, List<Said> said, Dossier dossier, List<Appointment> appointments,
			List<OpinionTrace> opinion, List<Doer> staff) {
		Staff names = new Staff(staff);
		Stream<JournalEntry> mails = this.outbox.findByRequestIdOrderByQueuedAt(request.getId())
			.stream()
			.map(JournalEntry::mail);
		Stream<JournalEntry> received = dossier.files()
			.stream()
			.filter((file) -> file.receivedAt().isAfter(request.getSubmittedAt()))
			.map(JournalEntry::file);
		return journal(Stream.of(history(request, names), mails, said.stream().map((one) -> entry(one, names)),
				received, told(dossier.papers(), names), acts(appointments, names), done(opinion, names)));
	}

	/** What was decided and done to the request itself, and nothing else. */
	public Journal ofHistory(SecondOpinionRequest request, List<Doer> staff) {
		return journal(Stream.of(history(request, new Staff(staff))));
	}

	/** A call as a line of the journal. */
	public JournalEntry entry(Call call, List<Doer> staff) {
		return entry(call, new Staff(staff));
	}

	private Journal journal(Stream<Stream<JournalEntry>> parts) {
		List<JournalEntry> oldestFirst = parts.flatMap((entries) -> entries)
			.sorted(Comparator.comparing(JournalEntry::at))
			.collect(Collectors.toList());
		Collections.reverse(oldestFirst);
		return new Journal(oldestFirst, this.clinic.now().timeZone());
	}

	private Stream<JournalEntry> history(SecondOpinionRequest request, Staff names) {
		Doer sender = (request.getHelper() != null) ? Doer.HELPER : Doer.PATIENT;
		return request.getHistory().stream().map((change) -> entry(change, sender, names));
	}

	private JournalEntry entry(Change change, Doer sender, Staff names) {
		Move move = change.getMove();
		Enum<?> done = (move != null) ? move : change.getOwnAct();
		Doer by = (change.getAuthor() != null || done != null) ? names.doer(change.getAuthor()) : sender;
		String detail = change.getDetail();
		return new JournalEntry((by.side() == Doer.Side.CLINIC) ? JournalEntry.Kind.DECISION : JournalEntry.Kind.ANSWER,
				change.getAt(), by, (done != null) ? done.name() : "SUBMITTED",
				(move == Move.ASSIGN && detail != null) ? names.doer(new StaffId(UUID.fromString(detail))).name()
						: detail,
				Words.open(() -> change.note(this.vault)), (change.getTold() != null)
						? new Ended(change.getTold(), Words.open(() -> change.next(this.vault))) : null);
	}

	private JournalEntry entry(Said said, Staff names) {
		Doer by = names.doer(said.getAuthor());
		Words<String> text = Words.open(() -> said.text(this.vault));
		if (said instanceof Message message) {
			return JournalEntry.message(message, by, text);
		}
		return (said instanceof Call call) ? JournalEntry.call(call, by, text)
				: new JournalEntry(JournalEntry.Kind.NOTE, said.getWrittenAt(), by, "NOTE", null, text, null);
	}

	private Stream<JournalEntry> acts(List<Appointment> appointments, Staff names) {
		return appointments.stream()
			.flatMap((appointment) -> appointment.getActs().stream())
			.map((act) -> JournalEntry.appointment(act, doer(act, names), Words.open(() -> act.words(this.vault))));
	}

	/** What nobody of the staff did, the patient did, or time. */
	private static Doer doer(AppointmentAct act, Staff names) {
		return (act.getAuthor() != null || act.getAct().isAnswer()) ? names.doer(act.getAuthor()) : Doer.NOBODY;
	}

	private static Stream<JournalEntry> told(List<Paper> papers, Staff names) {
		return papers.stream()
			.flatMap((paper) -> paper.getTellings()
				.stream()
				.map((telling) -> JournalEntry.paper(paper, telling,
						names.doer((telling.by() != null) ? new StaffId(telling.by()) : null))));
	}

	private static Stream<JournalEntry> done(List<OpinionTrace> opinion, Staff names) {
		return opinion.stream()
			.filter((trace) -> trace.getKind() == OpinionTrace.Kind.ACT)
			.map((trace) -> JournalEntry.opinion(trace.getWhat(), trace.getAt(), names.doer(trace.getAuthor()),
					trace.getDay()));
	}

	/** Knows members of staff by their accounts. */
	private static final class Staff {

		private final Map<StaffId, Doer> members;

		Staff(List<Doer> doers) {
			this.members = doers.stream()
				.collect(Collectors.toMap((doer) -> new StaffId(Objects.requireNonNull(doer.account())),
						(doer) -> doer));
		}

		Doer doer(@Nullable StaffId id) {
			return (id != null) ? Objects.requireNonNullElse(this.members.get(id), Doer.NOBODY) : Doer.PATIENT;
		}

	}

}
