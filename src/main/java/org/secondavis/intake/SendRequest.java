package org.secondavis.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.secondavis.document.Papers;
import org.secondavis.document.PatientFiles;
import org.secondavis.encryption.SecretToken;
import org.secondavis.encryption.Vault;
import org.secondavis.request.Answers;
import org.secondavis.request.FollowUpLinks;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;

/**
 * Turns a draft into a request. However often and from however many tabs a draft is sent,
 * it becomes one request: the first one locks the draft and empties it, the others find
 * it empty.
 */
@Component
class SendRequest {

	private final OpenDrafts drafts;

	private final Requests requests;

	private final Papers papers;

	private final PatientFiles files;

	private final FollowUpLinks links;

	private final Sums sums;

	private final GuardProperties guard;

	private final Vault vault;

	private final Today today;

	private final Clock clock;

	SendRequest(OpenDrafts drafts, Requests requests, Papers papers, PatientFiles files, FollowUpLinks links, Sums sums,
			GuardProperties guard, Vault vault, Today today, Clock clock) {
		this.drafts = drafts;
		this.requests = requests;
		this.papers = papers;
		this.files = files;
		this.links = links;
		this.sums = sums;
		this.guard = guard;
		this.vault = vault;
		this.today = today;
		this.clock = clock;
	}

	@Transactional
	Outcome send(@Nullable SecretToken token, CheckForm form, Locale language) {
		Draft draft = this.drafts.lock(token);
		if (draft.isSent()) {
			return new Sent(linkToWhatWasSent(draft), false);
		}
		draft.requireMadeFor(form.draft());
		Instant now = this.clock.instant();
		TypedAnswers answers = this.drafts.answers(draft);
		Optional<Step> incomplete = answers.firstIncomplete(this.today.get());
		if (incomplete.isPresent()) {
			return new Incomplete(incomplete.get());
		}
		Optional<String> objection = objectionTo(form, answers, draft);
		if (objection.isPresent()) {
			return new SumRefused(objection.get());
		}
		SecondOpinionRequest request = this.requests.save(request(draft, answers.toAnswers(), form, language, now));
		this.papers.saveAll(answers.papers().toPapers(request.getId()));
		this.files.handOver(draft.getId(), request.getId());
		draft.empty();
		return new Sent(this.links.issue(request.getId()).orElseThrow(), true);
	}

	/**
	 * A link to the request that an emptied draft has become.
	 * @throws NoDraftException if that request has been erased, or its links revoked
	 */
	@Transactional
	SecretToken linkToWhatWasSent(Draft draft) {
		return this.requests.findByDraftId(draft.getId())
			.flatMap((request) -> this.links.issue(request.getId()))
			.orElseThrow(NoDraftException::new);
	}

	private Optional<String> objectionTo(CheckForm form, TypedAnswers answers, Draft draft) {
		if (!this.guard.sumQuestion()) {
			return Optional.empty();
		}
		Optional<Sum> sum = this.sums.open(form.sum(), draft.getId())
			.filter((asked) -> !answers.usedSums().contains(asked.id()));
		// right or wrong, nobody answers the same sum twice
		sum.ifPresent((asked) -> draft.keep(answers.useSum(asked.id()), this.vault, draft.getExpiresAt()));
		if (form.answer().isEmpty()) {
			return Optional.of("required");
		}
		if (sum.isEmpty()) {
			return Optional.of("overtaken");
		}
		return sum.get().isSolvedBy(form.answer()) ? Optional.empty() : Optional.of("wrong");
	}

	private SecondOpinionRequest request(Draft draft, Answers answers, CheckForm form, Locale language, Instant now) {
		boolean suspect = !form.website().isEmpty()
				|| now.isBefore(draft.getStartedAt().plus(this.guard.minimumTime()));
		return suspect ? SecondOpinionRequest.suspect(draft.getId(), answers, language, this.vault, now)
				: SecondOpinionRequest.submit(draft.getId(), answers, language, this.vault, now);
	}

	/** How sending ended. */
	sealed interface Outcome {

	}

	/**
	 * The clinic holds the request.
	 *
	 * @param link the secret link to it
	 * @param now whether it was sent just now, and not before
	 */
	record Sent(SecretToken link, boolean now) implements Outcome {
	}

	/**
	 * A step has to be done first.
	 *
	 * @param step the first such step
	 */
	record Incomplete(Step step) implements Outcome {
	}

	/**
	 * The sum has to be answered first.
	 *
	 * @param reason the code of the sentence that says why
	 */
	record SumRefused(String reason) implements Outcome {
	}

}
