package org.secondavis.intake;

/**
 * What is sent with the check page.
 *
 * @param answer the result of the sum
 * @param sum the sum as it was asked, sealed
 * @param draft the draft for which the page was made, empty if it does not say
 * @param website no person sees this field; who fills it in is a robot
 */
record CheckForm(String answer, String sum, String draft, String website) {

	CheckForm {
		answer = Text.line(answer);
		sum = Text.line(sum);
		draft = Text.line(draft);
		website = Text.line(website);
	}

}
