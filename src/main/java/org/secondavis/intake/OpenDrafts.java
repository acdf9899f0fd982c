package org.secondavis.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.secondavis.clinic.Retention;
import org.secondavis.encryption.SecretToken;
import org.secondavis.encryption.Vault;
import org.secondavis.request.LinksRevoked;
import org.secondavis.request.RequestErased;

/** Finds the form that a person is filling in, and keeps what is typed. */
@Component
class OpenDrafts {

	private final Drafts drafts;

	private final Vault vault;

	private final Retention retention;

	private final Clock clock;

	OpenDrafts(Drafts drafts, Vault vault, Retention retention, Clock clock) {
		this.drafts = drafts;
		this.vault = vault;
		this.retention = retention;
		this.clock = clock;
	}

	SecretToken start() {
		SecretToken token = SecretToken.random();
		this.drafts.save(new Draft(token, this.vault, this.clock.instant(), this.retention.draft()));
		return token;
	}

	Optional<Draft> find(@Nullable SecretToken token) {
		return (token != null) ? this.drafts.find(token.hash(), this.clock.instant()) : Optional.empty();
	}

	Draft require(@Nullable SecretToken token) {
		return find(token).orElseThrow(NoDraftException::new);
	}

	/** All that was typed in a draft; only until it is sent. */
	TypedAnswers answers(Draft draft) {
		return draft.answers(this.vault);
	}

	/** The draft, which nobody else can change until the caller's transaction ends. */
	Draft lock(@Nullable SecretToken token) {
		return Optional.ofNullable(token)
			.flatMap((known) -> this.drafts.lock(known.hash(), this.clock.instant()))
			.orElseThrow(NoDraftException::new);
	}

	/**
	 * Replaces one step's answers and leaves the others alone, which may have changed in
	 * another tab.
	 * @param page the draft for which the page was made, empty if it does not say
	 * @return all answers as they are now
	 * @throws OtherDraftException if the page was made for another draft
	 */
	@Transactional
	TypedAnswers save(@Nullable SecretToken token, String page, Step step, StepForm form, boolean finished) {
		Draft draft = lock(token);
		draft.requireMadeFor(page);
		TypedAnswers answers = answers(draft).with(form);
		TypedAnswers kept = finished ? answers.finish(step) : answers;
		draft.keep(kept, this.vault, this.clock.instant().plus(this.retention.draft()));
		return kept;
	}

	/** Changes what was typed in a draft that has not been sent. */
	@Transactional
	void change(SecretToken token, UnaryOperator<TypedAnswers> change) {
		Draft draft = lock(token);
		draft.keep(change.apply(answers(draft)), this.vault, this.clock.instant().plus(this.retention.draft()));
	}

	/**
	 * The device that sent the request has no right to a link any more, then or later.
	 */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(LinksRevoked event) {
		this.drafts.deleteOf(event.requestId());
	}

	void discard(SecretToken token) {
		this.drafts.delete(token.hash());
	}

	/** The empty draft would still tell that a request was sent from this device. */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(RequestErased event) {
		this.drafts.deleteById(event.draftId());
	}

	@Scheduled(cron = "${secondavis.jobs.hourly:0 20 * * * *}")
	void deleteExpired() {
		Instant now = this.clock.instant();
		this.drafts.deleteExpired(now);
	}

}
