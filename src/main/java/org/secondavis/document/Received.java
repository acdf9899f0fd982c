package org.secondavis.document;

import java.util.List;
import java.util.Set;

import org.springframework.validation.Errors;

/**
 * What came of the files in a form.
 *
 * @param files how many are kept
 * @param papers the kinds of paper of which there is at least one
 * @param refusals those that are not kept
 */
public record Received(int files, Set<PaperType> papers, List<Refusal> refusals) {

	/** No files were sent. */
	public static final Received NOTHING = new Received(0, Set.of(), List.of());

	/** Says of every file that was refused why, at the field for files. */
	public void explainIn(Errors problems, UploadRules rules) {
		for (Refusal refusal : this.refusals) {
			problems.rejectValue("files", refusal.code(), refusal.arguments(rules), null);
		}
	}

}
