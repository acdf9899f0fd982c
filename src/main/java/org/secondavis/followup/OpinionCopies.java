package org.secondavis.followup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.secondavis.encryption.UnreadableException;
import org.secondavis.encryption.Vault;
import org.secondavis.opinion.Addendum;
import org.secondavis.opinion.Audience;
import org.secondavis.opinion.DeliveredOpinion;
import org.secondavis.opinion.DeliveredOpinions;
import org.secondavis.opinion.DoctorAnswer;
import org.secondavis.opinion.Opinion;
import org.secondavis.opinion.OpinionQuestion;
import org.secondavis.opinion.OpinionText;
import org.secondavis.opinion.OpinionWriter;
import org.secondavis.request.SecondOpinionRequest;

import org.springframework.stereotype.Component;

/**
 * Copies what belongs to an opinion that was delivered. What is not signed is nobody's
 * opinion yet, and stays out.
 */
@Component
class OpinionCopies {

	private final DeliveredOpinions opinions;

	private final OpinionWriter writer;

	private final Vault vault;

	OpinionCopies(DeliveredOpinions opinions, OpinionWriter writer, Vault vault) {
		this.opinions = opinions;
		this.writer = writer;
		this.vault = vault;
	}

	/** For programs; none before there is an opinion. */
	@Nullable OpinionCopy of(UUID requestId) {
		return this.opinions.find(requestId).map(this::copy).orElse(null);
	}

	private OpinionCopy copy(DeliveredOpinion delivered) {
		Opinion opinion = delivered.opinion();
		return new OpinionCopy(opinion.getDeliveredAt(), code(opinion.getWay()), opinion.getReadAt(),
				code(opinion.getFirstRcp()), opinion.getFirstRcpOn(), code(opinion.getOutcome()),
				opinion.isChangesPlan(), open(() -> opinion.words(this.vault)),
				delivered.meetings()
					.stream()
					.map((meeting) -> new OpinionCopy.Meeting(meeting.getDay(),
							meeting.getRoles().stream().map(Enum::name).toList(),
							open(() -> meeting.advice(this.vault))))
					.toList(),
				delivered.questions()
					.stream()
					.map((question) -> new OpinionCopy.Asked(question.getNumber(), question.getAskedAt(),
							text(question)))
					.toList(),
				delivered.addenda()
					.stream()
					.map((addendum) -> new OpinionCopy.Added(
							delivered.questionOf(addendum).map(OpinionQuestion::getNumber).orElse(null),
							addendum.getDeliveredAt(), addendum.getReadAt(), text(addendum)))
					.toList(),
				said(opinion.getDoctorAnswer()), opinion.getDoctorSentAt());
	}

	private static OpinionCopy.@Nullable Said said(@Nullable DoctorAnswer answer) {
		return (answer != null) ? new OpinionCopy.Said(answer.agreed(), answer.at(), code(answer.heard())) : null;
	}

	/** For people, in the words of the copy. */
	List<PrintedCopy.Entry> printed(SecondOpinionRequest request, CopyWords words, Locale locale) {
		return this.opinions.find(request.getId())
			.map((delivered) -> entries(delivered, request, words, locale))
			.orElse(List.of());
	}

	private List<PrintedCopy.Entry> entries(DeliveredOpinion delivered, SecondOpinionRequest request, CopyWords words,
			Locale locale) {
		List<PrintedCopy.Entry> entries = new ArrayList<>();
		entries.add(dates(delivered.opinion(), words));
		OpinionText text = open(() -> this.writer.write(delivered, request, Audience.PATIENT, locale));
		if (text == null) {
			entries.add(new PrintedCopy.Entry(words.word("copy.opinion"), List.of(words.word("copy.sealed"))));
		}
		else {
			text.sections().forEach((section) -> entries.add(entry(section)));
		}
		delivered.questions()
			.forEach((question) -> entries
				.add(words.written("copy.opinion.question", question.getAskedAt(), text(question))));
		delivered.addenda()
			.forEach((addendum) -> entries
				.add(words.written("copy.opinion.complement", addendum.getDeliveredAt(), text(addendum))));
		return entries;
	}

	private static PrintedCopy.Entry dates(Opinion opinion, CopyWords words) {
		List<String> lines = new ArrayList<>();
		addIf(opinion.getReadAt(), "copy.opinion.opened", words, lines);
		DoctorAnswer answer = opinion.getDoctorAnswer();
		if (answer != null) {
			lines.add(words.word("opinion.page.doctor." + answer.agreed()));
		}
		if (answer != null && answer.heard() != null) {
			lines.add(words.at("opinion.page.doctor." + answer.heard(), answer.at()));
		}
		addIf(opinion.getDoctorSentAt(), "copy.opinion.doctor.sent", words, lines);
		return new PrintedCopy.Entry(words.at("copy.opinion.delivered", opinion.getDeliveredAt()), lines);
	}

	private static void addIf(@Nullable Instant at, String key, CopyWords words, List<String> lines) {
		if (at != null) {
			lines.add(words.at(key, at));
		}
	}

	private static PrintedCopy.Entry entry(OpinionText.Section section) {
		List<String> lines = new ArrayList<>();
		for (OpinionText.Part part : section.parts()) {
			if (part.heading() != null) {
				lines.add(part.heading());
			}
			lines.add(part.text());
		}
		return new PrintedCopy.Entry(section.heading(), lines);
	}

	private @Nullable String text(OpinionQuestion question) {
		return open(() -> question.text(this.vault));
	}

	private @Nullable String text(Addendum addendum) {
		return open(() -> addendum.text(this.vault));
	}

	private static @Nullable String code(@Nullable Enum<?> code) {
		return (code != null) ? code.name() : null;
	}

	// What cannot be opened is missing, the rest is the patient's all the same.
	private static <T> @Nullable T open(Supplier<@Nullable T> sealed) {
		try {
			return sealed.get();
		}
		catch (UnreadableException ex) {
			return null;
		}
	}

}
