package org.secondavis.intake;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextTests {

	@ParameterizedTest
	@ValueSource(
			strings = { "O'Brien-N'Guyen d'Été", "Zoë", "Ng", "Ø", "😀", "👩‍👧", "שלום", "مرحبا", "李", "a;=<script>" })
	void whatPeopleSeeIsKept(String text) {
		assertThat(Text.line(text)).isEqualTo(text);
		assertThat(Text.area(text)).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "  Zoë ", "\tZoë\r\n", "\u00A0Zoë\u202F", "\u200BZoë\uFEFF", "Z\u0000oë", "Zoe\u0308",
			"Zoë\u001B", "\u202EZoë\u202C", "\u2066Zoë\u2069", "Zo\uD800ë", "\uDC00Zoë\uFFFF" })
	void whatPeopleDoNotSeeIsNotAdded(String text) {
		assertThat(Text.line(text)).isEqualTo("Zoë");
		assertThat(Text.area(text)).isEqualTo("Zoë");
	}

	@Test
	void aLineHasNoLineEnds() {
		assertThat(Text.line("Dr\r\nAnne\u2028 \t Martin")).isEqualTo("Dr Anne Martin");
	}

	@Test
	void anAreaKeepsItsLineEndsInOneForm() {
		assertThat(Text.area("un\r\ndeux\rtrois\n\nquatre\u2028cinq\tsix"))
			.isEqualTo("un\ndeux\ntrois\n\nquatre\ncinq six");
	}

	@Test
	void aSignIsWhatAPersonCounts() {
		assertThat(Text.signs("é😀\n")).isEqualTo(3);
	}

	@Test
	void nothingIsAnEmptyText() {
		assertThat(Text.line(null)).isEmpty();
		assertThat(Text.area(" \r\n\u0000")).isEmpty();
		assertThat(Text.orNull("")).isNull();
	}

	/** A pattern with two ends would look at these blanks for hours. */
	@Test
	void aSeaOfBlanksIsCrossedAtOnce() {
		String sea = " ".repeat(500_000);
		assertThat(Text.line("a" + sea + "b")).isEqualTo("a b");
		assertThat(Text.area(sea + "a" + sea)).isEqualTo("a");
	}

}
