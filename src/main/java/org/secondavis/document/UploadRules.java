package org.secondavis.document;

import java.util.List;

/**
 * What a page says beforehand of the files that may be sent.
 *
 * @param enabled whether any may be sent
 * @param fileMegabytes how large one may be
 * @param allMegabytes how large all of them may be together
 */
public record UploadRules(boolean enabled, long fileMegabytes, long allMegabytes) {

	/** The kinds of paper by which they may be sorted. */
	public List<PaperType> papers() {
		return List.of(PaperType.values());
	}

	/** The same without those that have a field of their own. */
	public List<PaperType> papersWithout(List<PaperType> own) {
		return papers().stream().filter((type) -> !own.contains(type)).toList();
	}

}
