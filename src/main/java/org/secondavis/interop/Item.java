package org.secondavis.interop;

import java.util.function.Function;
import java.util.stream.Stream;

import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * A question of the form.
 *
 * @param linkId names it for good: its field in the form
 * @param text the message code of how patients are asked
 * @param type what an answer is
 * @param options the codes to choose from, if it is a choice
 * @param several whether there can be several answers
 * @param answers what was answered
 */
record Item(String linkId, String text, QuestionnaireItemType type, @Nullable Class<? extends Enum<?>> options,
		boolean several, Answers answers) {

	static <E extends Enum<E>> Item choice(String linkId, Class<E> options, Function<Told, @Nullable E> answer) {
		return new Item(linkId, "field." + linkId, QuestionnaireItemType.CHOICE, options, false,
				(told, codes) -> Stream.ofNullable(answer.apply(told)).map(codes::coding));
	}

	static <E extends Enum<E>> Item choices(String linkId, Class<E> options, Function<Told, Iterable<E>> answers) {
		return new Item(linkId, "field." + linkId, QuestionnaireItemType.CHOICE, options, true, (told, codes) -> {
			Stream.Builder<Type> all = Stream.builder();
			answers.apply(told).forEach((answer) -> all.add(codes.coding(answer)));
			return all.build();
		});
	}

	static Item text(String linkId, Function<Told, Stream<String>> answers) {
		return new Item(linkId, "field." + linkId, QuestionnaireItemType.TEXT, null, true, (told,
				codes) -> answers.apply(told).map(Codes::clean).filter((text) -> !text.isEmpty()).map(StringType::new));
	}

	static Item date(String linkId, Function<Told, @Nullable String> answer) {
		return new Item(linkId, "field." + linkId, QuestionnaireItemType.DATE, null, false,
				(told, codes) -> Stream.ofNullable(answer.apply(told)).map(DateType::new));
	}

	static Item yesOrNo(String linkId, Function<Told, @Nullable Boolean> answer) {
		return new Item(linkId, "field." + linkId, QuestionnaireItemType.BOOLEAN, null, false,
				(told, codes) -> Stream.ofNullable(answer.apply(told)).map(BooleanType::new));
	}

	/** The same question under other words. */
	Item asking(String key) {
		return new Item(this.linkId, key, this.type, this.options, this.several, this.answers);
	}

	/** Finds the answers among what was told. */
	@FunctionalInterface
	interface Answers {

		Stream<? extends Type> in(Told told, Codes codes);

	}

}
