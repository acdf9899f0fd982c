package org.secondavis.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.support.MessageSourceAccessor;

/** Gathers what is known under names; what is not known is left out. */
class Facts {

	private final List<Section.Fact> facts = new ArrayList<>();

	private final MessageSourceAccessor words;

	Facts(MessageSourceAccessor words) {
		this.words = words;
	}

	Facts text(String label, @Nullable String text) {
		return texts(label, (text != null && !text.isBlank()) ? List.of(text) : List.of());
	}

	Facts texts(String label, List<String> texts) {
		if (!texts.isEmpty()) {
			this.facts.add(new Section.Fact(this.words.getMessage(label), texts));
		}
		return this;
	}

	Facts code(String label, @Nullable Enum<?> code) {
		return codes(label, Stream.ofNullable(code).toList());
	}

	Facts codes(String label, List<? extends Enum<?>> codes) {
		return text(label, codes.isEmpty() ? null : joined(codes));
	}

	/** Codes in words, on one line. */
	String joined(List<? extends Enum<?>> codes) {
		return String.join(", ", codes.stream().filter(Objects::nonNull).map(this::word).toList());
	}

	String word(Enum<?> code) {
		return this.words.getMessage(code.getDeclaringClass().getSimpleName() + "." + code.name());
	}

	List<Section.Fact> list() {
		return List.copyOf(this.facts);
	}

}
