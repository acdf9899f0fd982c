package org.secondavis.mail;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import org.secondavis.access.OneTimeCodes;
import org.secondavis.clinic.CurrentClinic;
import org.secondavis.clinic.Dates;
import org.secondavis.clinic.PublicAddress;
import org.secondavis.clinic.WorkingDays;
import org.secondavis.encryption.Vault;
import org.secondavis.intake.ResumeLinks;
import org.secondavis.mail.OutgoingMail.Recipient;
import org.secondavis.request.EmailAddress;
import org.secondavis.request.FollowUpLinks;
import org.secondavis.request.Helper;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.Status;
import org.secondavis.signin.MailCodes;
import org.secondavis.staff.SetUpLinks;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;

/**
 * Writes the letter for a mail at the moment it leaves. None holds an answer, a name or
 * anything about health.
 */
@Component
class Letters {

	private static final Locale STAFF_LANGUAGE = Locale.FRENCH;

	private final Requests requests;

	private final FollowUpLinks followUpLinks;

	private final ResumeLinks resumeLinks;

	private final OneTimeCodes codes;

	private final AppointmentLetters appointments;

	private final StaffAccounts accounts;

	private final SetUpLinks setUpLinks;

	private final MailCodes signInCodes;

	private final WorkCounts counts;

	private final Vault vault;

	private final MailProperties properties;

	private final PublicAddress address;

	private final CurrentClinic clinic;

	private final WorkingDays workingDays;

	private final Dates dates;

	Letters(Requests requests, FollowUpLinks followUpLinks, ResumeLinks resumeLinks, OneTimeCodes codes,
			AppointmentLetters appointments, StaffAccounts accounts, SetUpLinks setUpLinks, MailCodes signInCodes,
			WorkCounts counts, Vault vault, MailProperties properties, PublicAddress address, CurrentClinic clinic,
			WorkingDays workingDays, Dates dates) {
		this.requests = requests;
		this.followUpLinks = followUpLinks;
		this.resumeLinks = resumeLinks;
		this.codes = codes;
		this.appointments = appointments;
		this.accounts = accounts;
		this.setUpLinks = setUpLinks;
		this.signInCodes = signInCodes;
		this.counts = counts;
		this.vault = vault;
		this.properties = properties;
		this.address = address;
		this.clinic = clinic;
		this.workingDays = workingDays;
		this.dates = dates;
	}

	/** The letter; none if there is nothing to say any more. */
	Optional<Letter> write(OutgoingMail mail) {
		return switch (mail.getTemplate()) {
			case "submitted" ->
				this.requests.findById(known(mail.getRequestId())).flatMap((request) -> submitted(request, mail));
			case "link" -> this.requests.findById(known(mail.getRequestId())).flatMap(this::patient);
			case "code" -> this.requests.findById(known(mail.getRequestId()))
				.filter(SecondOpinionRequest::mayBeMailed)
				.map(this::code);
			case "message" ->
				this.requests.findById(known(mail.getRequestId())).flatMap((request) -> message(request, mail));
			case "paper-answered" -> this.requests.findById(known(mail.getRequestId())).map(this::clinic);
			case "document" -> this.requests.findById(known(mail.getRequestId())).flatMap(this::patient);
			case "question" -> this.requests.findById(known(mail.getRequestId())).map(this::clinic);
			case "withdrawn" -> this.requests.findById(known(mail.getRequestId()))
				.map((request) -> (mail.getRecipient() == Recipient.HELPER) ? helper(request) : clinic(request));
			case "relieved" -> this.requests.findById(known(mail.getRequestId())).map(this::helper);
			case "contact" ->
				this.requests.findById(known(mail.getRequestId())).flatMap((request) -> contact(request, mail));
			case "resume" -> this.resumeLinks.issueAtOnce(known(mail.getDraftId())).map((link) -> resume(link, mail));
			case "appointment-proposed", "appointment-booked", "appointment-moved", "appointment-cancelled",
					"appointment-reminder", "appointment-answered" ->
				this.requests.findById(known(mail.getRequestId())).flatMap((request) -> appointment(request, mail));
			case "suspects" -> Optional.of(this.requests.countByStatus(Status.SUSPECT))
				.filter((waiting) -> waiting > 0)
				.map(this::suspects);
			case "digest" -> (mail.getRecipient() == Recipient.CLINIC) ? Optional.of(digest(this.counts.ofClinic()))
					: this.accounts.findById(known(mail.getAccountId()))
						.filter((account) -> !account.isLocked())
						.map((account) -> digest(account.getEmail(), this.counts.ofDoctor(account.getId())));
			case "invited" -> Optional.of(invited(known(mail.getAccountId())));
			case "sign-in-code" -> this.accounts.findById(known(mail.getAccountId()))
				.filter((account) -> !account.isLocked())
				.map(this::signInCode);
			case "passkey-added", "second-factor-reset", "provider-linked",
					"providers-reset" ->
				this.accounts.findById(known(mail.getAccountId()))
					.map((account) -> new Letter(List.of(account.getEmail()), STAFF_LANGUAGE, "").with("link",
							link("/admin/mon-compte")));
			default -> throw new IllegalStateException("Nobody knows how to write " + mail);
		};
	}

	private Optional<Letter> submitted(SecondOpinionRequest request, OutgoingMail mail) {
		LocalDate answerBy = this.workingDays.after(mail.getQueuedAt(), this.clinic.now().answerDays());
		Helper helper = request.getHelper();
		Optional<Letter> letter = switch (mail.getRecipient()) {
			case PATIENT -> patient(request).map((found) -> found.with("helped", helper != null && helper.acts())
				.with("guardian", helper != null && helper.decides()));
			case HELPER -> Optional.of(helper(request));
			case CLINIC -> Optional.of(clinic(request).with("pressing", request.getSituation().plannedBy(answerBy)));
			case FORMER, STAFF, WRITER -> throw new IllegalStateException("Nobody knows how to write " + mail);
		};
		return letter.map((found) -> found.with("received", this.dates.date(request.getSubmittedAt(), found.language()))
			.with("answerBy", this.dates.date(answerBy, found.language())));
	}

	private Letter clinic(SecondOpinionRequest request) {
		return new Letter(this.properties.clinic(), STAFF_LANGUAGE, request.getReference()).with("link",
				link("/admin/demandes/" + request.getReference()));
	}

	private Letter helper(SecondOpinionRequest request) {
		return to(known(request.getHelper()).email(), request);
	}

	private Letter code(SecondOpinionRequest request) {
		return to(request.getContact().email(), request).with("code", this.codes.issueAtOnce(request.getId()))
			.with("minutes", OneTimeCodes.MINUTES);
	}

	private Optional<Letter> message(SecondOpinionRequest request, OutgoingMail mail) {
		return (mail.getRecipient() == Recipient.CLINIC) ? Optional.of(clinic(request)) : patient(request);
	}

	private Optional<Letter> appointment(SecondOpinionRequest request, OutgoingMail mail) {
		return this.appointments.find(mail)
			.flatMap((appointment) -> (mail.getRecipient() == Recipient.CLINIC) ? Optional.of(clinic(request))
					: patient(request).map((letter) -> this.appointments.write(letter, appointment, request)));
	}

	private Optional<Letter> contact(SecondOpinionRequest request, OutgoingMail mail) {
		Optional<EmailAddress> address = (mail.getRecipient() == Recipient.FORMER) ? mail.address(this.vault)
				: Optional.ofNullable(request.getContact().email());
		return address.map((known) -> to(known, request));
	}

	/**
	 * None while the links are revoked, for the address is then in doubt, or if there is
	 * no address any more.
	 */
	private Optional<Letter> patient(SecondOpinionRequest request) {
		if (request.getContact().email() == null) {
			return Optional.empty();
		}
		return this.followUpLinks.issueAtOnce(request.getId())
			.map((token) -> to(request.getContact().email(), request).with("link", link("/suivi/" + token.value())));
	}

	private Letter resume(ResumeLinks.Issued link, OutgoingMail mail) {
		Locale language = known(mail.getLanguage());
		return new Letter(List.of(mail.address(this.vault).orElseThrow().value()), language, "")
			.with("link", link(link.path()))
			.with("until", this.dates.date(link.until(), language));
	}

	private Letter suspects(long waiting) {
		return new Letter(this.properties.clinic(), STAFF_LANGUAGE, waiting).with("link",
				link("/admin?status=" + Status.SUSPECT));
	}

	private Letter digest(WorkCount count) {
		return new Letter(this.properties.clinic(), STAFF_LANGUAGE, count.fresh()).with("work", count)
			.with("link", link("/admin"));
	}

	private Letter digest(String doctor, WorkCount count) {
		return new Letter(List.of(doctor), STAFF_LANGUAGE, count.fresh()).with("work", count)
			.with("link", link("/admin?assignee=me"));
	}

	private Letter invited(UUID accountId) {
		String email = this.accounts.findById(accountId).orElseThrow().getEmail();
		return new Letter(List.of(email), STAFF_LANGUAGE, "").with("link",
				link("/connexion/acces/" + this.setUpLinks.issue(accountId).value()));
	}

	private Letter signInCode(StaffAccount account) {
		return new Letter(List.of(account.getEmail()), STAFF_LANGUAGE, "")
			.with("code", this.signInCodes.issueAtOnce(account.getId()))
			.with("minutes", MailCodes.MINUTES);
	}

	private Letter to(@Nullable EmailAddress address, SecondOpinionRequest request) {
		return new Letter(List.of(known(address).value()), request.getLanguage(), request.getReference());
	}

	private String link(String path) {
		return this.address.link(path);
	}

	private static <T> T known(@Nullable T value) {
		return Optional.ofNullable(value).orElseThrow();
	}

}
