package org.secondavis.csv;

import java.io.BufferedWriter;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Writes a table line by line, so that a French Excel opens it by a double click: UTF-8
 * that says so, semicolons, days as day/month/year. What people typed stays text and
 * never begins a formula (OWASP, « CSV Injection »).
 */
public final class Csv implements Flushable {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm", Locale.ROOT);

	/** Some spreadsheets pass over blanks and what cannot be seen. */
	private static final Pattern FORMULA = Pattern.compile("^(?:[\\t\\r\\n]|[\\s\\p{Z}\\p{C}]*[=+\\-@])");

	private static final Pattern TO_QUOTE = Pattern.compile("[\";,\\s]");

	private final Writer out;

	private final ZoneId zone;

	/**
	 * Begins a table.
	 * @param out where it goes; it is flushed, never closed
	 * @param zone in which times are written
	 */
	public Csv(OutputStream out, ZoneId zone) {
		this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
		this.zone = zone;
		write("\uFEFF");
	}

	/** Writes a line of texts, whole numbers, days and moments; null is an empty cell. */
	public void line(@Nullable Object... cells) {
		String separator = "";
		for (Object cell : cells) {
			write(separator);
			write((cell != null) ? written(cell) : "");
			separator = ";";
		}
		write("\r\n");
	}

	private String written(Object cell) {
		if (cell instanceof LocalDate day) {
			return DAY.format(day);
		}
		if (cell instanceof Instant moment) {
			return TIME.format(moment.atZone(this.zone));
		}
		return (cell instanceof Number number) ? number.toString() : text(cell.toString());
	}

	private static String text(String text) {
		// full-width signs begin formulas too
		boolean formula = FORMULA.matcher(text).find()
				|| FORMULA.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).find();
		String harmless = formula ? "'" + text : text;
		return TO_QUOTE.matcher(harmless).find() ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
	}

	private void write(String text) {
		try {
			this.out.write(text);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void flush() throws IOException {
		this.out.flush();
	}

}
