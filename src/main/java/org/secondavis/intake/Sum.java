package org.secondavis.intake;

import java.time.Instant;
import java.util.UUID;

/**
 * An addition that a person can do and most robots do not bother to.
 *
 * @param id makes each sum a different one
 * @param left the first number
 * @param right the second number
 * @param askedAt when it was asked
 */
record Sum(UUID id, int left, int right, Instant askedAt) {

	/** Whether that is the result; digits of any script will do. */
	boolean isSolvedBy(String answer) {
		String digits = Text.line(answer).replace(" ", "");
		return !digits.isEmpty() && digits.length() <= 4 && digits.chars().allMatch(Character::isDigit)
				&& Integer.parseInt(digits) == this.left + this.right;
	}

}
