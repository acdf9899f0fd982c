package org.secondavis.insight;

import java.io.IOException;
import java.io.OutputStream;
import java.text.NumberFormat;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import org.secondavis.clinic.CurrentClinic;
import org.secondavis.csv.Csv;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes figures for a spreadsheet. There is no text of a patient in it. */
@Component
class FiguresSheet {

	private final MessageSource messages;

	private final CurrentClinic clinic;

	FiguresSheet(MessageSource messages, CurrentClinic clinic) {
		this.messages = messages;
		this.clinic = clinic;
	}

	void write(Board board, Locale locale, OutputStream out) throws IOException {
		Csv sheet = new Csv(out, this.clinic.now().timeZone());
		sheet.line(word("insight.period", locale), board.period().first(), board.period().last());
		sheet.line(word("insight.received", locale), null, board.received());
		for (Delay delay : board.delays()) {
			String step = word("insight.delay." + delay.step(), locale);
			sheet.line(step, word("insight.delay.reached", locale), delay.reached());
			sheet.line(step, word("insight.delay.median", locale), days(delay.median(), locale));
			sheet.line(step, word("insight.delay.ninth", locale), days(delay.ninth(), locale));
		}
		for (Figure figure : Figure.values()) {
			for (Count count : board.of(figure.name())) {
				sheet.line(word("insight." + figure, locale),
						(figure == Figure.WEEK) ? count.week() : word(figure.key(count.item()), locale),
						count.number());
			}
		}
		sheet.flush();
	}

	private static @Nullable String days(@Nullable Double days, Locale locale) {
		NumberFormat format = NumberFormat.getNumberInstance(locale);
		format.setMaximumFractionDigits(1);
		format.setGroupingUsed(false);
		return (days != null) ? format.format(days) : null;
	}

	private String word(String code, Locale locale) {
		return this.messages.getMessage(code, null, locale);
	}

}
