package org.secondavis.mail;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

import org.secondavis.encryption.Place;
import org.secondavis.encryption.Vault;
import org.secondavis.request.EmailAddress;

/**
 * A mail that is to leave. It names whom and what, and holds no content; an address only
 * where nobody else knows it, sealed and until it has left.
 */
@Entity
public class OutgoingMail {

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	private String template;

	@Enumerated(EnumType.STRING)
	private Recipient recipient;

	private @Nullable UUID requestId;

	private @Nullable UUID accountId;

	private @Nullable UUID draftId;

	private @Nullable UUID appointmentId;

	private @Nullable Locale language;

	@Enumerated(EnumType.STRING)
	private State status;

	private Instant queuedAt;

	private Instant due;

	private @Nullable Instant attemptEnds;

	private @Nullable Instant sentAt;

	private int attempts;

	private @Nullable String lastError;

	private byte @Nullable [] address;

	@SuppressWarnings("NullAway.Init")
	protected OutgoingMail() {
	}

	private OutgoingMail(UUID id, String template, Recipient recipient, @Nullable UUID requestId,
			@Nullable UUID accountId, Instant now, Instant due) {
		this.id = id;
		this.template = template;
		this.recipient = recipient;
		this.requestId = requestId;
		this.accountId = accountId;
		this.status = State.QUEUED;
		this.queuedAt = now;
		this.due = due;
	}

	/** A mail about a request, due at once. */
	static OutgoingMail about(UUID requestId, String template, Recipient recipient, Instant now) {
		return new OutgoingMail(UuidCreator.getTimeOrderedEpoch(), template, recipient, requestId, null, now, now);
	}

	/** A mail about an appointment of a request, due at once. */
	static OutgoingMail aboutAppointment(UUID appointmentId, UUID requestId, String template, Recipient recipient,
			Instant now) {
		OutgoingMail mail = about(requestId, template, recipient, now);
		mail.appointmentId = appointmentId;
		return mail;
	}

	/** A mail to an address that the patient gave up, due at once. */
	static OutgoingMail toFormer(EmailAddress address, UUID requestId, String template, Vault vault, Instant now) {
		OutgoingMail mail = about(requestId, template, Recipient.FORMER, now);
		mail.address = vault.seal(address.value(), mail.addressPlace());
		return mail;
	}

	/** A mail to somebody who has sent nothing yet, due at once. */
	static OutgoingMail toWriter(EmailAddress address, UUID draftId, String template, Locale language, Vault vault,
			Instant now) {
		OutgoingMail mail = new OutgoingMail(UuidCreator.getTimeOrderedEpoch(), template, Recipient.WRITER, null, null,
				now, now);
		mail.draftId = draftId;
		mail.language = language;
		mail.address = vault.seal(address.value(), mail.addressPlace());
		return mail;
	}

	/** A mail to a member of staff, due at once. */
	static OutgoingMail toStaff(UUID accountId, String template, Instant now) {
		return new OutgoingMail(UuidCreator.getTimeOrderedEpoch(), template, Recipient.STAFF, null, accountId, now,
				now);
	}

	/**
	 * A mail to the clinic that gathers what has happened until it is due. All that are
	 * due at the same time have the same id, so that there is but one.
	 */
	static OutgoingMail digest(String template, Instant now, Instant due) {
		UUID id = UUID.nameUUIDFromBytes((template + due).getBytes(StandardCharsets.UTF_8));
		return new OutgoingMail(id, template, Recipient.CLINIC, null, null, now, due);
	}

	/** The same to a member of staff. */
	static OutgoingMail digest(UUID accountId, String template, Instant now, Instant due) {
		UUID id = UUID.nameUUIDFromBytes((template + accountId + due).getBytes(StandardCharsets.UTF_8));
		return new OutgoingMail(id, template, Recipient.STAFF, null, accountId, now, due);
	}

	/**
	 * Counts a new attempt and keeps other dispatchers away until it must have ended. If
	 * this one dies on the way, the mail is due again then.
	 */
	void startAttempt(Instant end) {
		this.attempts++;
		this.due = end;
		this.attemptEnds = end;
	}

	/**
	 * Whether nothing has happened to the mail since it was taken so; what comes of an
	 * attempt that took too long counts no more.
	 */
	boolean isStill(OutgoingMail taken) {
		return Objects.equals(this.version, taken.version);
	}

	void markSent(Instant now, @Nullable String remark) {
		this.attemptEnds = null;
		this.status = State.SENT;
		this.address = null;
		this.sentAt = now;
		this.lastError = remark;
	}

	/**
	 * Whether nothing is to be kept of the mail: it has left or was given up, and nobody
	 * at the clinic has business with it.
	 */
	boolean isForgotten() {
		return this.draftId != null && this.status != State.QUEUED;
	}

	/** Waits for a further attempt, unless there have been enough. */
	void markFailed(String error, Instant now, MailProperties properties) {
		this.attemptEnds = null;
		this.lastError = error;
		if (this.attempts < properties.maxAttempts()) {
			this.due = now.plus(properties.waitAfter(this.attempts));
		}
		else {
			this.status = State.GIVEN_UP;
		}
	}

	/**
	 * Queues the mail once more, at the wish of staff. One that was sent stays as it is:
	 * it is another one that leaves, since a mailbox passes over what it has seen.
	 * @return the mail that is to be sent; none while this one is being sent
	 */
	public Optional<OutgoingMail> sendAgain(Instant now) {
		if (this.attemptEnds != null && this.attemptEnds.isAfter(now)) {
			return Optional.empty();
		}
		if (this.status == State.SENT) {
			OutgoingMail another = new OutgoingMail(UuidCreator.getTimeOrderedEpoch(), this.template, this.recipient,
					this.requestId, this.accountId, now, now);
			another.appointmentId = this.appointmentId;
			return Optional.of(another);
		}
		this.status = State.QUEUED;
		this.due = now;
		this.attempts = 0;
		this.lastError = null;
		return Optional.of(this);
	}

	/** The address, where only this mail knows it and has not left yet. */
	Optional<EmailAddress> address(Vault vault) {
		return Optional.ofNullable(this.address)
			.map((sealed) -> new EmailAddress(vault.open(sealed, String.class, addressPlace())));
	}

	private Place addressPlace() {
		return new Place("outgoing_mail", "address", this.id);
	}

	public UUID getId() {
		return this.id;
	}

	public @Nullable UUID getRequestId() {
		return this.requestId;
	}

	public @Nullable UUID getAccountId() {
		return this.accountId;
	}

	/** The form that it is about, if it goes to somebody who has sent nothing yet. */
	@Nullable UUID getDraftId() {
		return this.draftId;
	}

	/** The appointment that it is about, if it is about one. */
	@Nullable UUID getAppointmentId() {
		return this.appointmentId;
	}

	/** The reader's language, where no request says it. */
	@Nullable Locale getLanguage() {
		return this.language;
	}

	public String getTemplate() {
		return this.template;
	}

	public Recipient getRecipient() {
		return this.recipient;
	}

	public State getStatus() {
		return this.status;
	}

	public Instant getQueuedAt() {
		return this.queuedAt;
	}

	/** When it is tried next, if it is queued. */
	public Instant getDue() {
		return this.due;
	}

	public @Nullable Instant getSentAt() {
		return this.sentAt;
	}

	public int getAttempts() {
		return this.attempts;
	}

	/** What went wrong in the last attempt, without any address. */
	public @Nullable String getLastError() {
		return this.lastError;
	}

	@Override
	public String toString() {
		return "OutgoingMail[%s, %s to %s, %s]".formatted(this.id, this.template, this.recipient, this.status);
	}

	/** To whom a mail goes; the address is looked up when it leaves. */
	public enum Recipient {

		PATIENT, FORMER, HELPER, CLINIC, STAFF, WRITER

	}

	/** How far a mail has come. */
	public enum State {

		QUEUED, SENT, GIVEN_UP

	}

}
