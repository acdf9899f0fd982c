package org.secondavis.review;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.CurrentClinic;
import org.secondavis.conversation.Placeholder;
import org.secondavis.document.PaperType;
import org.secondavis.request.NextPlace;
import org.secondavis.request.SecondOpinionRequest;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Fills in what a prepared text leaves open, in the patient's language. */
@Component
class MessageWords {

	private final MessageSource messages;

	private final CurrentClinic clinic;

	MessageWords(MessageSource messages, CurrentClinic clinic) {
		this.messages = messages;
		this.clinic = clinic;
	}

	/**
	 * What can be filled in for a patient.
	 * @param papers which are asked for, or missing; none leaves them open
	 * @param place where to turn to; none leaves it open
	 */
	Map<Placeholder, String> values(SecondOpinionRequest request, Collection<PaperType> papers,
			@Nullable NextPlace place) {
		Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
		values.put(Placeholder.NAME, request.getPatient().fullName());
		values.put(Placeholder.REFERENCE, request.getReference().value());
		values.put(Placeholder.CLINIC, this.clinic.now().name());
		values.put(Placeholder.PHONE, this.clinic.now().phone());
		if (!papers.isEmpty()) {
			values.put(Placeholder.PAPERS, papers.stream()
				.map((type) -> "- " + this.messages.getMessage("PaperType." + type, null, request.getLanguage()))
				.collect(Collectors.joining("\n")));
		}
		if (place != null) {
			values.put(Placeholder.PLACE, inWords(place));
		}
		return values;
	}

	private static String inWords(NextPlace place) {
		return Stream.of(place.name(), place.address(), place.phone(), place.website())
			.flatMap(Stream::ofNullable)
			.collect(Collectors.joining("\n"));
	}

}
