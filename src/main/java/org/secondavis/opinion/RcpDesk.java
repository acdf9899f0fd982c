package org.secondavis.opinion;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.CurrentClinic;
import org.secondavis.encryption.Vault;
import org.secondavis.opinion.OpinionAct.Act;
import org.secondavis.request.IllegalMoveException;
import org.secondavis.request.Move;
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.StaffId;
import org.secondavis.staff.NotFoundException;
import org.secondavis.staff.OvertakenException;
import org.secondavis.staff.StaffMember;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Carries out what doctors note about the clinic's own meetings. */
@Service
class RcpDesk {

	private final Requests requests;

	private final Rcps meetings;

	private final Opinions opinions;

	private final OpinionActs acts;

	private final Vault vault;

	private final CurrentClinic clinic;

	private final Clock clock;

	RcpDesk(Requests requests, Rcps meetings, Opinions opinions, OpinionActs acts, Vault vault, CurrentClinic clinic,
			Clock clock) {
		this.requests = requests;
		this.meetings = meetings;
		this.opinions = opinions;
		this.acts = acts;
		this.vault = vault;
		this.clinic = clinic;
		this.clock = clock;
	}

	/**
	 * Notes it.
	 * @return whether an opinion that had been read has to be read and signed anew
	 * @throws WrongFormException if something has to be put right
	 * @throws OvertakenException if the meeting is not as it was seen
	 * @throws SealedOpinionException if the meeting is not planned any more
	 */
	@Transactional
	boolean carryOut(Action action, Reference reference, RcpForm form, StaffMember me) {
		OpinionRight.WRITE.require(me);
		SecondOpinionRequest request = this.requests.lockByReference(reference).orElseThrow(NotFoundException::new);
		if (!request.possibleMoves().contains(Move.DELIVER)) {
			throw new IllegalMoveException(Move.DELIVER, request.getStatus());
		}
		Rcp latest = latest(this.meetings.findByRequestIdOrderById(request.getId()));
		if (!RcpForm.seen(latest).equals(form.seen())) {
			throw new OvertakenException();
		}
		StaffId by = new StaffId(me.id());
		Rcp meeting = this.meetings
			.save(note(action, form, (latest != null && latest.isPlanned()) ? latest : null, request, by));
		this.acts.save(new OpinionAct(request.getId(), action.act, by, this.clock.instant(),
				(action != Action.CANCEL) ? meeting.getDay() : null));
		return action == Action.HOLD
				&& this.opinions.findByRequestId(request.getId()).map((opinion) -> readAnew(opinion, by)).orElse(false);
	}

	private boolean readAnew(Opinion opinion, StaffId by) {
		boolean signed = opinion.getSignedAt() != null;
		boolean read = opinion.followMeeting();
		this.opinions.save(opinion);
		if (signed) {
			this.acts
				.save(new OpinionAct(opinion.getRequestId(), Act.SIGNATURE_TAKEN_BACK, by, this.clock.instant(), null));
		}
		return read;
	}

	private Rcp note(Action action, RcpForm form, @Nullable Rcp planned, SecondOpinionRequest request, StaffId by) {
		Instant now = this.clock.instant();
		LocalDate today = LocalDate.ofInstant(now, this.clinic.now().timeZone());
		if (action == Action.PLAN && planned == null) {
			return new Rcp(request.getId(), form.plannedDay(today), by, now);
		}
		if (action == Action.HOLD) {
			RcpForm.Held held = form.held(today);
			// one that nobody had planned here was held all the same
			Rcp meeting = (planned != null) ? planned : new Rcp(request.getId(), held.day(), by, now);
			meeting.hold(held.day(), held.participants(), held.advice(), this.vault, by, now);
			return meeting;
		}
		if (planned == null || action == Action.PLAN) {
			throw new OvertakenException();
		}
		if (action == Action.PUTOFF) {
			planned.putOff(form.plannedDay(today), by, now);
		}
		else {
			planned.cancel(by, now);
		}
		return planned;
	}

	/** The meeting that a form is about: the last that was planned. */
	static @Nullable Rcp latest(List<Rcp> meetings) {
		return meetings.isEmpty() ? null : meetings.get(meetings.size() - 1);
	}

	/** What doctors can note. */
	enum Action {

		PLAN(Act.RCP_PLANNED), PUTOFF(Act.RCP_PUT_OFF), HOLD(Act.RCP_HELD), CANCEL(Act.RCP_CANCELLED);

		private final Act act;

		Action(Act act) {
			this.act = act;
		}

		/** By the value of the button. */
		static Optional<Action> of(String button) {
			return Typed.code(Action.class, button.toUpperCase(Locale.ROOT));
		}

	}

}
