package org.secondavis.request;

import java.util.Optional;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;

/**
 * A phone number that can be dialled from France.
 *
 * @param value the number in the international form E.164, {@code +33612345678}
 */
public record Phone(String value) {

	private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

	/**
	 * Understands what people write: blanks, dots, {@code +33}, {@code 0032…}, the letter
	 * O for a zero. Other letters are no keys to press here. Any number that could exist
	 * is taken; whether it does, only a call can tell.
	 */
	public static Optional<Phone> parse(String text) {
		String digits = text.replace('O', '0').replace('o', '0');
		if (digits.codePoints().anyMatch(Character::isLetter)) {
			return Optional.empty();
		}
		try {
			PhoneNumber number = NUMBERS.parse(digits, "FR");
			return NUMBERS.isPossibleNumber(number)
					? Optional.of(new Phone(NUMBERS.format(number, PhoneNumberFormat.E164))) : Optional.empty();
		}
		catch (NumberParseException ex) {
			return Optional.empty();
		}
	}

	/**
	 * The number as it is read in France: {@code 06 12 34 56 78},
	 * {@code +32 2 555 12 12}.
	 */
	public String display() {
		try {
			PhoneNumber number = NUMBERS.parse(this.value, "FR");
			return NUMBERS.format(number,
					(number.getCountryCode() == 33) ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
		}
		catch (NumberParseException ex) {
			return this.value;
		}
	}

	@Override
	public String toString() {
		return "Phone[…]";
	}

}
