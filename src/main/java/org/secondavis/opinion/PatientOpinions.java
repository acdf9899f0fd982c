package org.secondavis.opinion;

import java.time.Clock;
import java.util.List;

import org.secondavis.encryption.Vault;
import org.secondavis.request.Reference;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries out what patients do with their opinion. Whoever acts waits for whoever acts on
 * the same request already, then finds out whether all still is as it was seen.
 */
@Service
@Transactional
public class PatientOpinions {

	/** The longest question, in signs. */
	public static final int LONGEST = 1000;

	private final DeliveredOpinions delivered;

	private final Opinions opinions;

	private final Addenda addenda;

	private final OpinionQuestions questions;

	private final OpinionActs acts;

	private final Documents documents;

	private final Requests requests;

	private final Vault vault;

	private final Clock clock;

	PatientOpinions(DeliveredOpinions delivered, Opinions opinions, Addenda addenda, OpinionQuestions questions,
			OpinionActs acts, Documents documents, Requests requests, Vault vault, Clock clock) {
		this.delivered = delivered;
		this.opinions = opinions;
		this.addenda = addenda;
		this.questions = questions;
		this.acts = acts;
		this.documents = documents;
		this.requests = requests;
		this.vault = vault;
		this.clock = clock;
	}

	/** Notes that the patient has opened all of it, where that is not noted yet. */
	public void opened(DeliveredOpinion seen) {
		Opinion opinion = seen.opinion();
		if (opinion.getReadAt() == null) {
			this.opinions.markRead(opinion.getId(), this.clock.instant());
		}
		if (seen.addenda().stream().anyMatch((addendum) -> addendum.getReadAt() == null)) {
			this.addenda.markRead(opinion.getId(), this.clock.instant());
		}
	}

	/**
	 * Takes a question; a double click takes it once.
	 * @param number which of the patient's questions it was to be, from 1
	 * @throws OpinionOvertakenException if another question has that number, or it is one
	 * too many
	 */
	public void ask(Reference reference, int number, String text) {
		SecondOpinionRequest request = lock(reference);
		DeliveredOpinion seen = find(request);
		List<OpinionQuestion> asked = seen.questions();
		if (number >= 1 && number <= asked.size() && asked.get(number - 1).text(this.vault).equals(text)) {
			return;
		}
		if (number != asked.size() + 1 || seen.questionsLeft() == 0) {
			throw new OpinionOvertakenException();
		}
		this.questions.save(OpinionQuestion.ask(seen.opinion(), number, text, this.vault, this.clock.instant()));
		request.growBeyondHandOver();
		this.requests.save(request);
	}

	/**
	 * Takes whether the treating doctor may have the opinion. That can change until the
	 * doctor has it.
	 * @param revision of the opinion that was seen
	 * @throws OpinionOvertakenException if something else was answered since, or the
	 * doctor has it
	 */
	public void agreeToDoctor(Reference reference, int revision, boolean agreed) {
		SecondOpinionRequest request = lock(reference);
		DeliveredOpinion seen = find(request);
		Opinion opinion = seen.opinion();
		DoctorAnswer known = opinion.getDoctorAnswer();
		if (known != null && known.agreed() == agreed) {
			return;
		}
		if (opinion.revision() != revision || opinion.getDoctorSentAt() != null) {
			throw new OpinionOvertakenException();
		}
		DoctorAnswer answer = DoctorAnswer.ofPatient(agreed, this.clock.instant());
		opinion.answerForDoctor(answer);
		this.opinions.save(opinion);
		this.acts.save(OpinionAct.answer(request.getId(), answer));
		this.documents.complete(request, seen);
		request.growBeyondHandOver();
		this.requests.save(request);
	}

	private SecondOpinionRequest lock(Reference reference) {
		return this.requests.lockByReference(reference).orElseThrow(OpinionOvertakenException::new);
	}

	private DeliveredOpinion find(SecondOpinionRequest request) {
		return this.delivered.find(request.getId()).orElseThrow(OpinionOvertakenException::new);
	}

}
