package org.secondavis.insight;

import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes figures as a French Excel reads them: with a byte order mark, semicolons and the
 * decimal comma of the reader's language. There is no text of a patient in it.
 */
@Component
class FiguresSheet {

	private static final String BYTE_ORDER_MARK = "\uFEFF";

	private final MessageSource messages;

	FiguresSheet(MessageSource messages) {
		this.messages = messages;
	}

	byte[] write(Board board, Locale locale) {
		NumberFormat days = NumberFormat.getNumberInstance(locale);
		days.setMaximumFractionDigits(1);
		days.setGroupingUsed(false);
		StringBuilder sheet = new StringBuilder(BYTE_ORDER_MARK);
		line(sheet, word("insight.period", locale), board.period().first().toString(),
				board.period().last().toString());
		line(sheet, word("insight.received", locale), "", String.valueOf(board.received()));
		for (Delay delay : board.delays()) {
			String step = word("insight.delay." + delay.step(), locale);
			line(sheet, step, word("insight.delay.reached", locale), String.valueOf(delay.reached()));
			line(sheet, step, word("insight.delay.median", locale), number(delay.median(), days));
			line(sheet, step, word("insight.delay.ninth", locale), number(delay.ninth(), days));
		}
		for (Figure figure : Figure.values()) {
			for (Count count : board.of(figure.name())) {
				String item = (figure == Figure.WEEK) ? count.item() : word(figure.key(count.item()), locale);
				line(sheet, word("insight." + figure, locale), item, String.valueOf(count.number()));
			}
		}
		return sheet.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static String number(@Nullable Double days, NumberFormat format) {
		return (days != null) ? format.format(days) : "";
	}

	private String word(String code, Locale locale) {
		return this.messages.getMessage(code, null, locale);
	}

	private static void line(StringBuilder sheet, String... cells) {
		sheet.append(String.join(";", List.of(cells).stream().map(FiguresSheet::quoted).toList())).append("\r\n");
	}

	private static String quoted(String cell) {
		return '"' + cell.replace("\"", "\"\"") + '"';
	}

}
