package org.secondavis.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.secondavis.document.Availability;
import org.secondavis.document.PaperType;
import org.secondavis.request.Contact.Person;
import org.secondavis.request.Contact.TimeOfDay;
import org.secondavis.request.Expectations.Priority;
import org.secondavis.request.Expectations.Question;
import org.secondavis.request.Expectations.Reason;
import org.secondavis.request.Expectations.VisitMode;
import org.secondavis.request.Helper.Relation;
import org.secondavis.request.Situation.CancerSite;
import org.secondavis.request.Situation.CareStage;
import org.secondavis.request.Situation.Metastases;
import org.secondavis.request.Situation.RcpHeld;
import org.secondavis.request.Situation.Treatment;

/** Turns the codes of choices into what they stand for. */
final class Codes {

	/** The codes of every choice in the form, by the name of the choice. */
	static final Map<String, List<String>> OF_CHOICES = Stream
		.of(Person.class, Relation.class, TimeOfDay.class, YesNo.class, CancerSite.class, CareStage.class,
				Metastases.class, Treatment.class, RcpHeld.class, Reason.class, Priority.class, Question.class,
				VisitMode.class, PaperType.class, Availability.class)
		.collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Codes::names));

	private Codes() {
	}

	private static List<String> names(Class<? extends Enum<?>> type) {
		return Stream.of(type.getEnumConstants()).<String>map(Enum::name).toList();
	}

	static <E extends Enum<E>> Optional<E> find(Class<E> type, String code) {
		return Stream.of(type.getEnumConstants()).filter((constant) -> constant.name().equals(code)).findFirst();
	}

	static <E extends Enum<E>> @Nullable E orNull(Class<E> type, String code) {
		return find(type, code).orElse(null);
	}

	static <E extends Enum<E>> List<E> all(Class<E> type, List<String> codes) {
		return codes.stream().flatMap((code) -> find(type, code).stream()).toList();
	}

}
