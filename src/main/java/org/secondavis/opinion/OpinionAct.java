package org.secondavis.opinion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.secondavis.request.StaffId;

/**
 * One line of what was done about an opinion, by staff unless it has no author. It is
 * written once, and holds no words.
 */
@Entity
class OpinionAct {

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	private UUID requestId;

	@Enumerated(EnumType.STRING)
	private Act act;

	private @Nullable StaffId author;

	private Instant at;

	private @Nullable LocalDate day;

	@Enumerated(EnumType.STRING)
	private @Nullable Heard heard;

	@SuppressWarnings("NullAway.Init")
	protected OpinionAct() {
	}

	OpinionAct(UUID requestId, Act act, StaffId author, Instant at, @Nullable LocalDate day) {
		this.id = UuidCreator.getTimeOrderedEpoch();
		this.requestId = requestId;
		this.act = act;
		this.author = author;
		this.at = at;
		this.day = day;
	}

	private OpinionAct(UUID requestId, DoctorAnswer answer) {
		this.id = UuidCreator.getTimeOrderedEpoch();
		this.requestId = requestId;
		this.act = answer.agreed() ? Act.DOCTOR_YES : Act.DOCTOR_NO;
		this.author = answer.notedBy();
		this.at = answer.at();
		this.heard = answer.heard();
	}

	/** The patient has said whether the treating doctor may have it. */
	static OpinionAct answer(UUID requestId, DoctorAnswer answer) {
		return new OpinionAct(requestId, answer);
	}

	@Override
	public String toString() {
		return "OpinionAct[%s]".formatted(this.act);
	}

	/** What is done about an opinion. That it is delivered stands at the request. */
	enum Act {

		RCP_PLANNED, RCP_PUT_OFF, RCP_HELD, RCP_CANCELLED, PROOF_READ, SIGNED, SIGNATURE_TAKEN_BACK,
		/** What the patient said of the treating doctor, or staff were told. */
		DOCTOR_YES, DOCTOR_NO,
		/** The treating doctor was sent all there is. */
		DOCTOR_SENT

	}

}
