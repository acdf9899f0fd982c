package org.secondavis.followup;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.secondavis.encryption.UnreadableException;
import org.secondavis.encryption.Vault;
import org.secondavis.opinion.Addendum;
import org.secondavis.opinion.Audience;
import org.secondavis.opinion.DeliveredOpinion;
import org.secondavis.opinion.DeliveredOpinions;
import org.secondavis.opinion.Opinion;
import org.secondavis.opinion.OpinionQuestion;
import org.secondavis.opinion.OpinionWriter;
import org.secondavis.opinion.PatientOpinions;
import org.secondavis.opinion.Way;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.Status;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts together what patients see of their opinion. */
@Component
class OpinionViews {

	private final DeliveredOpinions opinions;

	private final PatientOpinions patient;

	private final OpinionWriter writer;

	private final Vault vault;

	OpinionViews(DeliveredOpinions opinions, PatientOpinions patient, OpinionWriter writer, Vault vault) {
		this.opinions = opinions;
		this.patient = patient;
		this.writer = writer;
		this.vault = vault;
	}

	/** What the follow-up page says; none before there is an opinion. */
	@Nullable OpinionPanel panel(SecondOpinionRequest request) {
		if (request.getStatus() != Status.DELIVERED) {
			return null;
		}
		return this.opinions.findAlone(request.getId())
			.map((opinion) -> new OpinionPanel(opinion.getWay() == Way.POST, request.mayBeMailed(),
					this.opinions.countUnread(opinion)))
			.orElse(null);
	}

	/** All of it, which counts as read from now on; empty before there is an opinion. */
	@Transactional
	public Optional<OpinionView> open(SecondOpinionRequest request, Locale locale) {
		return this.opinions.find(request.getId()).map((delivered) -> {
			OpinionView view = view(delivered, request, locale);
			this.patient.opened(delivered);
			return view;
		});
	}

	/**
	 * A document, which opens the opinion as well.
	 * @param addendum names what follows the opinion; none for the opinion itself
	 */
	@Transactional
	public Optional<Document> open(SecondOpinionRequest request, @Nullable String addendum) {
		return this.opinions.find(request.getId()).flatMap((delivered) -> {
			Optional<Addendum> found = delivered.addenda()
				.stream()
				.filter((one) -> one.getId().toString().equals(addendum))
				.findFirst();
			if (addendum != null && found.isEmpty()) {
				return Optional.empty();
			}
			UUID id = found.map(Addendum::getId).orElse(null);
			String name = "document-" + request.getReference()
					+ found.map((one) -> "-" + (delivered.addenda().indexOf(one) + 1)).orElse("");
			this.patient.opened(delivered);
			return this.opinions.document(request.getId(), id, Audience.PATIENT)
				.map((content) -> new Document(name + ".pdf", content));
		});
	}

	private OpinionView view(DeliveredOpinion delivered, SecondOpinionRequest request, Locale locale) {
		Opinion opinion = delivered.opinion();
		return new OpinionView(open(() -> this.writer.write(delivered, request, Audience.PATIENT, locale)),
				opinion.getWay() == Way.POST,
				delivered.questions().stream().map((question) -> question(delivered, question)).toList(),
				replies(delivered, null), delivered.questionsLeft(), opinion.getDoctorAnswer(),
				opinion.getDoctorSentAt(), opinion.revision());
	}

	private OpinionView.Question question(DeliveredOpinion delivered, OpinionQuestion question) {
		return new OpinionView.Question(question.getAskedAt(), open(() -> question.text(this.vault)),
				replies(delivered, question.getId()));
	}

	private List<OpinionView.Reply> replies(DeliveredOpinion delivered, @Nullable UUID question) {
		return delivered.addenda()
			.stream()
			.filter((addendum) -> Objects.equals(addendum.getQuestionId(), question))
			.map((addendum) -> new OpinionView.Reply(addendum.getId(),
					Objects.requireNonNull(addendum.getDeliveredAt()), this.writer.signerOf(addendum),
					open(() -> addendum.text(this.vault)), addendum.getReadAt() == null))
			.toList();
	}

	// What cannot be opened is owned up to; the rest helps all the same.
	private static <T> @Nullable T open(Supplier<T> sealed) {
		try {
			return sealed.get();
		}
		catch (UnreadableException ex) {
			return null;
		}
	}

	/**
	 * A document to download.
	 *
	 * @param name its file name, which tells nothing
	 * @param content the PDF document
	 */
	record Document(String name, byte[] content) {

		@Override
		public String toString() {
			return "Document[%s]".formatted(this.name);
		}

	}

}
