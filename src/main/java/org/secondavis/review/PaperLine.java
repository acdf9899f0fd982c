package org.secondavis.review;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.secondavis.document.Availability;
import org.secondavis.document.EssentialPapers;
import org.secondavis.document.Paper;
import org.secondavis.document.PaperType;
import org.secondavis.document.Telling;

/**
 * A paper of the checklist.
 *
 * @param type which
 * @param availability whether the patient has it, if answered
 * @param askedAt when staff asked the patient for it, if they did
 * @param awaited whether it was asked for and is still to come
 * @param answeredAt when the patient last answered about it, if so
 */
record PaperLine(PaperType type, @Nullable Availability availability, @Nullable Instant askedAt, boolean awaited,
		@Nullable Instant answeredAt) {

	/** All papers, given what is known of some. */
	static List<PaperLine> checklist(List<Paper> papers) {
		Map<PaperType, Paper> known = papers.stream().collect(Collectors.toMap(Paper::getType, Function.identity()));
		return Arrays.stream(PaperType.values()).map((type) -> of(type, known.get(type))).toList();
	}

	private static PaperLine of(PaperType type, @Nullable Paper paper) {
		return (paper != null)
				? new PaperLine(type, paper.getAvailability(), paper.getAskedAt(), paper.isAwaited(), answeredAt(paper))
				: new PaperLine(type, null, null, false, null);
	}

	private static @Nullable Instant answeredAt(Paper paper) {
		return paper.getTellings()
			.stream()
			.filter((telling) -> telling.by() == null)
			.map(Telling::at)
			.max(Comparator.naturalOrder())
			.orElse(null);
	}

	/** Whether a doctor can hardly do without it and the patient has it not at hand. */
	public boolean missing() {
		return EssentialPapers.TYPES.contains(this.type) && this.availability != Availability.HAVE;
	}

	/** Whether it was asked for and is there now. */
	public boolean arrived() {
		return this.askedAt != null && !this.awaited;
	}

}
