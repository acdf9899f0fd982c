package org.secondavis.web;

import java.util.Arrays;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What staff sent when their session had ended, so that they can send it once more. It
 * stands in the page only.
 *
 * @param fields names and values
 * @param sendable whether a page of ours sent it: what another site made up is not
 * offered
 */
record KeptForm(List<Field> fields, boolean sendable) {

	static KeptForm of(HttpServletRequest request) {
		List<Field> fields = request.getParameterMap()
			.entrySet()
			.stream()
			.filter((field) -> !field.getKey().equals("_csrf"))
			.flatMap((field) -> Arrays.stream(field.getValue()).map((value) -> new Field(field.getKey(), value)))
			.toList();
		return new KeptForm(fields, "same-origin".equals(request.getHeader("Sec-Fetch-Site")));
	}

	/** Texts that somebody wrote, as opposed to what they chose. */
	public List<String> words() {
		return this.fields.stream().filter(Field::isText).map(Field::value).toList();
	}

	@Override
	public String toString() {
		return "KeptForm[…]";
	}

	/**
	 * A field.
	 *
	 * @param name its name
	 * @param value what was typed or chosen
	 */
	record Field(String name, String value) {

		private static final int SHORT = 40;

		boolean isText() {
			return this.name.equals("note") ? !this.value.isBlank()
					: this.value.length() > SHORT || this.value.contains("\n");
		}

		@Override
		public String toString() {
			return "Field[…]";
		}

	}

}
