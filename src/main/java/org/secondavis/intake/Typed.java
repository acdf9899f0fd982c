package org.secondavis.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ResolvableType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.DataBinder;

import org.secondavis.document.PaperType;

/**
 * What a browser sent, read into a form. Only the names that the form knows are looked
 * at, so that no other name, however odd, does anything; of a field that was sent twice
 * the first value counts.
 */
final class Typed implements DataBinder.ValueResolver {

	private final MultiValueMap<String, String> parameters;

	private Typed(MultiValueMap<String, String> parameters) {
		this.parameters = parameters;
	}

	static <T> T read(Class<T> form, MultiValueMap<String, String> parameters) {
		DataBinder binder = new DataBinder(null, "form");
		binder.setTargetType(ResolvableType.forClass(form));
		binder.construct(new Typed(parameters));
		return Objects.requireNonNull(form.cast(binder.getTarget()));
	}

	/** A form in which nothing has been typed. */
	static <T> T blank(Class<T> form) {
		return read(form, new LinkedMultiValueMap<>());
	}

	@Override
	public @Nullable Object resolveValue(String name, Class<?> type) {
		if (type == Map.class) {
			return byPaper(name);
		}
		return (type == List.class) ? this.parameters.getOrDefault(name, List.of()) : this.parameters.getFirst(name);
	}

	private Map<String, String> byPaper(String name) {
		Map<String, String> values = new TreeMap<>();
		Arrays.stream(PaperType.values()).map(Enum::name).forEach((paper) -> {
			String value = this.parameters.getFirst("%s[%s]".formatted(name, paper));
			if (value != null) {
				values.put(paper, value);
			}
		});
		return values;
	}

	@Override
	public Set<String> getNames() {
		return Set.of();
	}

}
