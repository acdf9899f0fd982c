package org.secondavis.information;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * What stands in the letter by which a patient asks for the medical file.
 *
 * @param sender the patient's name
 * @param born the date of birth, as it is to be read
 * @param address where the file is to be sent, on several lines
 * @param holder the hospital or the doctor who holds the file
 * @param holderAddress where the letter goes, on several lines
 * @param period of which stay or time the file is asked for
 */
record LetterForm(String sender, String born, String address, String holder, String holderAddress, String period) {

	private static final int LINE = 150;

	private static final int AREA = 400;

	LetterForm(@Nullable String sender, @Nullable String born, @Nullable String address, @Nullable String holder,
			@Nullable String holderAddress, @Nullable String period) {
		this.sender = line(sender);
		this.born = line(born);
		this.address = area(address);
		this.holder = line(holder);
		this.holderAddress = area(holderAddress);
		this.period = line(period);
	}

	void check(Errors errors) {
		require("sender", this.sender, errors);
		require("holder", this.holder, errors);
		limit("sender", this.sender, LINE, errors);
		limit("born", this.born, LINE, errors);
		limit("address", this.address, AREA, errors);
		limit("holder", this.holder, LINE, errors);
		limit("holderAddress", this.holderAddress, AREA, errors);
		limit("period", this.period, LINE, errors);
	}

	public List<String> addressLines() {
		return this.address.lines().toList();
	}

	public List<String> holderAddressLines() {
		return this.holderAddress.lines().toList();
	}

	private static void require(String field, String text, Errors errors) {
		if (text.isEmpty()) {
			errors.rejectValue(field, "letter.required");
		}
	}

	private static void limit(String field, String text, int signs, Errors errors) {
		int length = text.codePointCount(0, text.length());
		if (length > signs) {
			errors.rejectValue(field, "letter.tooLong", new Object[] { length - signs, signs }, null);
		}
	}

	private static String line(@Nullable String text) {
		return area(text).replaceAll("\\s+", " ");
	}

	/** Without what nobody can see: it stands in no letter. */
	private static String area(@Nullable String text) {
		return Objects.requireNonNullElse(text, "")
			.replaceAll("\\R", "\n")
			.replaceAll("[\\p{Cc}\\p{Cs}\\p{Cf}\uFFFE\uFFFF&&[^\\n]]", "")
			.strip();
	}

	@Override
	public String toString() {
		return "LetterForm[…]";
	}

}
