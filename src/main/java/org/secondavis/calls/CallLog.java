package org.secondavis.calls;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.CurrentClinic;
import org.secondavis.clinic.WorkingDays;
import org.secondavis.conversation.Call;
import org.secondavis.conversation.CallOutcome;
import org.secondavis.conversation.Calls;
import org.secondavis.conversation.Message;
import org.secondavis.encryption.Vault;
import org.secondavis.journal.Doer;
import org.secondavis.journal.JournalEntry;
import org.secondavis.journal.Words;
import org.secondavis.request.Contact.Person;
import org.secondavis.request.Contact.TimeOfDay;
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.staff.NotFoundException;
import org.secondavis.staff.OvertakenException;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.WrongInputException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import static org.secondavis.staff.WrongInputException.code;
import static org.secondavis.staff.WrongInputException.require;

/**
 * Notes calls. Whoever notes one without knowing of a colleague's is told first, so that
 * nobody is called twice for nothing.
 */
@Service
class CallLog {

	/** Nobody plans further ahead. */
	private static final int FURTHEST_DAYS = 366;

	private final Requests requests;

	private final Calls calls;

	private final StaffAccounts accounts;

	private final Vault vault;

	private final WorkingDays workingDays;

	private final CurrentClinic clinic;

	private final Clock clock;

	CallLog(Requests requests, Calls calls, StaffAccounts accounts, Vault vault, WorkingDays workingDays,
			CurrentClinic clinic, Clock clock) {
		this.requests = requests;
		this.calls = calls;
		this.accounts = accounts;
		this.vault = vault;
		this.workingDays = workingDays;
		this.clinic = clinic;
		this.clock = clock;
	}

	/** What to know before calling. */
	@Transactional(readOnly = true)
	CallSheet sheet(Reference reference) {
		SecondOpinionRequest request = this.requests.findByReference(reference).orElseThrow(NotFoundException::new);
		Call latest = latest(request);
		return new CallSheet(reference.value(), request.getPatient().fullName(), request.getContact(),
				request.actingHelper(), request.firstToCall(), timeOfDay(), (latest != null) ? entry(latest) : null,
				(latest != null) ? latest.getId().toString() : "", request.mustTellPatient());
	}

	/**
	 * Notes a call.
	 * @throws OvertakenException if somebody else has noted one in the meantime
	 * @throws WrongInputException if something has to be put right
	 */
	@Transactional
	void note(Reference reference, CallForm form, StaffId by) {
		SecondOpinionRequest request = this.requests.lockByReference(reference).orElseThrow(NotFoundException::new);
		Person person = code(Person.class, form.person(), "person", "call.person.choose");
		require(person == Person.PATIENT || request.actingHelper() != null, "person", "call.person.choose");
		CallOutcome outcome = code(CallOutcome.class, form.outcome(), "outcome", "call.outcome.choose");
		require(form.note().length() <= Message.LONGEST, "note", "decision.note.long");
		LocalDate next = next(form, outcome);
		TimeOfDay time = form.nextTime().isEmpty() ? null
				: code(TimeOfDay.class, form.nextTime(), "nextTime", "call.next.time");
		require(time == null || next != null, "nextDay", "call.next.day");
		Call latest = latest(request);
		if (!((latest != null) ? latest.getId().toString() : "").equals(form.seen())) {
			throw new OvertakenException();
		}
		require(outcome != CallOutcome.VOICEMAIL || !Boolean.FALSE.equals(request.getContact().voicemail())
				|| form.isConfirmed(), "confirm", "call.voicemail.confirm");
		this.calls.save(Call.made(request.getId(), by, person, outcome, form.note(), next, time, this.vault,
				this.clock.instant()));
	}

	private @Nullable LocalDate next(CallForm form, CallOutcome outcome) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.clinic.now().timeZone());
		if (!form.namesADay()) {
			boolean again = form.isQuick() && outcome != CallOutcome.REACHED;
			return again ? this.workingDays.after(this.clock.instant(), 1) : null;
		}
		LocalDate next = form.next().orElseThrow(() -> new WrongInputException("nextDay", "call.next.day"));
		require(!next.isBefore(today), "nextDay", "call.next.past");
		require(next.isBefore(today.plusDays(FURTHEST_DAYS)), "nextDay", "call.next.far");
		return next;
	}

	private @Nullable Call latest(SecondOpinionRequest request) {
		List<Call> all = this.calls.findByRequestIdOrderByWrittenAtDescIdDesc(request.getId());
		return all.isEmpty() ? null : all.get(0);
	}

	private JournalEntry entry(Call call) {
		Doer by = Optional.ofNullable(call.getAuthor())
			.flatMap((author) -> this.accounts.findById(author.value()))
			.map((StaffAccount account) -> Doer.of(account))
			.orElse(Doer.NOBODY);
		return JournalEntry.call(call, by, Words.open(() -> call.text(this.vault)));
	}

	private TimeOfDay timeOfDay() {
		LocalTime time = ZonedDateTime.ofInstant(this.clock.instant(), this.clinic.now().timeZone()).toLocalTime();
		if (time.isBefore(LocalTime.of(11, 30))) {
			return TimeOfDay.MORNING;
		}
		if (time.isBefore(LocalTime.of(14, 0))) {
			return TimeOfDay.NOON;
		}
		return time.isBefore(LocalTime.of(17, 0)) ? TimeOfDay.AFTERNOON : TimeOfDay.EVENING;
	}

}
