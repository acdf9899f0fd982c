package org.secondavis.opinion;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.secondavis.encryption.Vault;
import org.secondavis.request.SecondOpinionRequest;

/**
 * A question that the patient put with the request, and that the opinion answers.
 *
 * @param key by which its {@link Answer} is found
 * @param words the patient's own; none if it is a question of the list
 */
record Asked(String key, @Nullable String words) {

	/** All of a request, the patient's own first. */
	static List<Asked> of(SecondOpinionRequest request, Vault vault) {
		List<Asked> all = new ArrayList<>();
		for (String own : request.narrative(vault).ownQuestions()) {
			all.add(new Asked("own" + (all.size() + 1), own));
		}
		request.getExpectations().questions().forEach((question) -> all.add(new Asked(question.name(), null)));
		return all;
	}

	/** The path of its answer in the form. */
	public String field() {
		return "answers[%s]".formatted(this.key);
	}

	static List<String> keys(List<Asked> all) {
		return all.stream().map(Asked::key).toList();
	}

	@Override
	public String toString() {
		return "Asked[%s]".formatted(this.key);
	}

}
