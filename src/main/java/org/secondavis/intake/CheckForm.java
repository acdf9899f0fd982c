package org.secondavis.intake;

/**
 * What is sent with the check page.
 *
 * @param answer the result of the sum
 * @param sum the sum as it was asked, sealed
 * @param website no person sees this field; who fills it in is a robot
 */
record CheckForm(String answer, String sum, String website) {

	CheckForm {
		answer = Text.line(answer);
		sum = Text.line(sum);
		website = Text.line(website);
	}

}
