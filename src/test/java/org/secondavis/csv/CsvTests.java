package org.secondavis.csv;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CsvTests {

	@Test
	void aTableSaysItsEncodingAndEndsItsLinesAsWindowsDoes() throws IOException {
		assertThat(written("Été", null, 12)).isEqualTo("\uFEFFÉté;;12\r\n");
	}

	@Test
	void daysAndMomentsAreThoseOfTheClinic() throws IOException {
		assertThat(line(LocalDate.of(1952, 2, 29), Instant.parse("2026-11-23T23:30:00Z")))
			.isEqualTo("29/02/1952;24/11/2026 00:30");
	}

	@Test
	void whatWouldEndACellIsQuoted() throws IOException {
		assertThat(line("a;b", "a \"b\"", "a\r\nb")).isEqualTo("\"a;b\";\"a \"\"b\"\"\";\"a\r\nb\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "=1+1", "+33 1", "-2", "@SUM(A1)", "\t=1", "\r=1", "\ntext", " =1", "\u00A0=1", "\u200B=1",
			"\uFEFF=1", "＝1", "＋1", "－1", "＠1", "\u3000＝1", "﹦1", "=cmd|' /C calc'!A1", "\"=1" })
	void nothingBeginsAFormula(String typed) throws IOException {
		String cell = line(typed).replaceFirst("^\"", "");
		assertThat(cell).startsWith(typed.startsWith("\"") ? "\"\"=" : "'");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Anne-Marie", "1-2", "zoe@patiente.example", "d’Été" })
	void whatIsNoFormulaStaysAsItIs(String typed) throws IOException {
		assertThat(line(typed)).isEqualTo(typed);
	}

	@Test
	void aNegativeNumberOfOursIsANumber() throws IOException {
		assertThat(line(-3)).isEqualTo("-3");
	}

	private static String line(@Nullable Object... cells) throws IOException {
		return written(cells).replaceFirst("^\uFEFF", "").replaceFirst("\r\n$", "");
	}

	private static String written(@Nullable Object... cells) throws IOException {
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		Csv csv = new Csv(file, ZoneId.of("Europe/Paris"));
		csv.line(cells);
		csv.flush();
		return file.toString(StandardCharsets.UTF_8);
	}

}
