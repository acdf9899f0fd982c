package org.secondavis.review;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.secondavis.request.Contact;
import org.secondavis.request.Helper;
import org.secondavis.request.Patient;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.Situation;
import org.secondavis.request.Status;

/**
 * One of two requests that are compared.
 *
 * @param reference its reference
 * @param revision what a decision about it must carry
 * @param status where it stands
 * @param submittedAt when it was sent
 * @param patient who is ill
 * @param helper who asks for them, if anybody
 * @param contact how they are reached
 * @param situation where the care stands
 */
record TwinSide(String reference, int revision, Status status, Instant submittedAt, Patient patient,
		@Nullable Helper helper, Contact contact, Situation situation) {

	static TwinSide of(SecondOpinionRequest request) {
		return new TwinSide(request.getReference().value(), request.revision(), request.getStatus(),
				request.getSubmittedAt(), request.getPatient(), request.getHelper(), request.getContact(),
				request.getSituation());
	}

	/** Whether it can be closed in favour of the other one, or that one in its favour. */
	public boolean open() {
		return this.status.isOpen();
	}

	@Override
	public String toString() {
		return "TwinSide[%s]".formatted(this.reference);
	}

}
