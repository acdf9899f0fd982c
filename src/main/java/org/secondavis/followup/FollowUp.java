package org.secondavis.followup;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.secondavis.clinic.CurrentClinic;
import org.secondavis.clinic.Retention;
import org.secondavis.clinic.WorkingDays;
import org.secondavis.conversation.Messages;
import org.secondavis.document.Paper;
import org.secondavis.document.Papers;
import org.secondavis.encryption.SecretToken;
import org.secondavis.encryption.UnreadableException;
import org.secondavis.encryption.Vault;
import org.secondavis.request.FollowUpLinks;
import org.secondavis.request.Move;
import org.secondavis.request.Narrative;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.retention.Erasures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells patients how their request fares. */
@Component
class FollowUp {

	private static final Logger logger = LoggerFactory.getLogger(FollowUp.class);

	private final FollowUpLinks links;

	private final Papers papers;

	private final SentPapers sent;

	private final Messages messages;

	private final AppointmentPanels appointments;

	private final OpinionViews opinions;

	private final Erasures erasures;

	private final Retention retention;

	private final AnswerWriter answers;

	private final Vault vault;

	private final WorkingDays workingDays;

	private final CurrentClinic clinic;

	FollowUp(FollowUpLinks links, Papers papers, SentPapers sent, Messages messages, AppointmentPanels appointments,
			OpinionViews opinions, Erasures erasures, Retention retention, AnswerWriter answers, Vault vault,
			WorkingDays workingDays, CurrentClinic clinic) {
		this.links = links;
		this.papers = papers;
		this.sent = sent;
		this.messages = messages;
		this.appointments = appointments;
		this.opinions = opinions;
		this.erasures = erasures;
		this.retention = retention;
		this.answers = answers;
		this.vault = vault;
		this.workingDays = workingDays;
		this.clinic = clinic;
	}

	/** The page behind a secret link; empty if the link leads nowhere. */
	@Transactional(readOnly = true)
	Optional<FollowUpPage> find(SecretToken token, Locale locale) {
		return this.links.find(token).map((request) -> page(request, locale));
	}

	private FollowUpPage page(SecondOpinionRequest request, Locale locale) {
		Instant submitted = request.getSubmittedAt();
		Narrative words = words(request);
		List<Paper> told = this.papers.findByRequestId(request.getId());
		return new FollowUpPage(request.getReference().value(), request.getStatus(), request.getFirstReadAt() != null,
				this.workingDays.after(submitted, this.clinic.now().answerDays()),
				this.workingDays.since(submitted) > this.clinic.now().answerDays(),
				request.getSituation().plannedBy(this.workingDays.after(submitted, this.clinic.now().answerDays())),
				Stage.of(request),
				request.end()
					.filter((change) -> change.getMove() != Move.DELIVER)
					.map((change) -> End.of(change, this.vault))
					.orElse(null),
				this.messages.countUnreadByPatient(request.getId()), this.erasures.dateFor(request).orElse(null),
				request.getEraseAt() != null, this.retention.closed().toDays(), request.getHelper(),
				request.mayTakeOver(), words != null, this.answers.write(request, words, told, locale),
				this.sent.panel(request, told), this.appointments.of(request), this.opinions.panel(request));
	}

	// The rest of the page still helps if the words cannot be read.
	private @Nullable Narrative words(SecondOpinionRequest request) {
		try {
			return request.narrative(this.vault);
		}
		catch (UnreadableException ex) {
			logger.error("The words of request {} cannot be shown", request.getReference(), ex);
			return null;
		}
	}

}
