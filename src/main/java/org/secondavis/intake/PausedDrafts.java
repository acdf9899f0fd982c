package org.secondavis.intake;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.secondavis.encryption.SecretToken;
import org.secondavis.request.EmailAddress;

/**
 * Lets people stop and go on elsewhere. A form is open on one device at a time: where its
 * link is used it moves, and the device before can no longer open it.
 */
@Component
class PausedDrafts {

	private final OpenDrafts open;

	private final Drafts drafts;

	private final ResumeLinks links;

	private final Clock clock;

	PausedDrafts(OpenDrafts open, Drafts drafts, ResumeLinks links, Clock clock) {
		this.open = open;
		this.drafts = drafts;
		this.links = links;
		this.clock = clock;
	}

	/** A link in place of all before. */
	@Transactional
	ResumeLinks.Issued link(@Nullable SecretToken device) {
		Draft draft = lockUnsent(device);
		this.links.revoke(draft.getId());
		return this.links.issue(draft.getId()).orElseThrow(NoDraftException::new);
	}

	/**
	 * Has a link mailed in place of all before: an address that was wrong opens nothing.
	 */
	@Transactional
	void mailLink(@Nullable SecretToken device, EmailAddress to, Locale language) {
		Draft draft = lockUnsent(device);
		this.links.revoke(draft.getId());
		draft.mailLink(to, language);
		this.drafts.save(draft);
	}

	private Draft lockUnsent(@Nullable SecretToken device) {
		Draft draft = this.open.lock(device);
		draft.requireUnsent();
		return draft;
	}

	/** The form behind a link, sent or not; none if it is gone. */
	Optional<Draft> find(SecretToken link) {
		return this.links.draftBehind(link).flatMap((id) -> this.drafts.findById(id, this.clock.instant()));
	}

	/**
	 * Opens the form on the device that follows the link, and shuts it on any other.
	 * @return the secret that the device is to keep
	 * @throws NoDraftException if the form is gone
	 * @throws AlreadySentException if it has been sent
	 */
	@Transactional
	SecretToken resume(SecretToken link) {
		Draft draft = this.links.draftBehind(link)
			.flatMap((id) -> this.drafts.lockById(id, this.clock.instant()))
			.orElseThrow(NoDraftException::new);
		draft.requireUnsent();
		SecretToken device = SecretToken.random();
		draft.moveTo(device);
		return device;
	}

}
