package org.secondavis.request;

import java.util.Optional;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReferenceTests {

	private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

	@RepeatedTest(50)
	void aNewReferenceIsReadBack() {
		Reference reference = Reference.random();
		assertThat(reference.value()).matches("SA-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}");
		assertThat(Reference.parse(reference.value())).contains(reference);
	}

	@RepeatedTest(20)
	void isReadHoweverItIsTyped() {
		Reference reference = Reference.random();
		String signs = reference.value().replace("-", "");
		assertThat(Reference.parse(signs.toLowerCase(java.util.Locale.ROOT))).contains(reference);
		assertThat(Reference.parse("  " + reference.value().replace('-', ' ') + " ")).contains(reference);
		assertThat(Reference.parse(reference.value().substring(3))).contains(reference);
		assertThat(Reference.parse("SA-" + reference.value().substring(3).replace('0', 'O').replace('1', 'l')))
			.contains(reference);
	}

	@RepeatedTest(20)
	void aWrongSignAlwaysShows() {
		String value = Reference.random().value();
		for (int i = 3; i < value.length(); i++) {
			for (char other : ALPHABET.toCharArray()) {
				if (value.charAt(i) != '-' && value.charAt(i) != other) {
					String wrong = value.substring(0, i) + other + value.substring(i + 1);
					assertThat(Reference.parse(wrong)).as("%s for %s", wrong, value).isEmpty();
				}
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "SA", "SA-", "SA-1234", "SA-1234-56789", "SA-UUUU-UUUU", "é", "SA-1234-567\u0000" })
	void whatIsNoReferenceIsNone(String text) {
		assertThat(Reference.parse(text)).isEmpty();
	}

	@Test
	void signsThatBeginLikeThePrefixAreNoPrefix() {
		Reference reference = ALPHABET.chars()
			.mapToObj((sign) -> Reference.parse("SASA00000" + (char) sign))
			.flatMap(Optional::stream)
			.findFirst()
			.orElseThrow();
		assertThat(Reference.parse(reference.value().substring(3))).contains(reference);
	}

	@Test
	void theCheckSignIsFixedForever() {
		assertThat(Reference.parse("SA-0000-0000")).isPresent();
		assertThat(Reference.parse("SA-0000-0001")).isEmpty();
	}

}
