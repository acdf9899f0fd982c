package org.secondavis.document;

import java.util.EnumSet;
import java.util.Set;

/**
 * The papers without which a doctor can hardly give an opinion. Whether the others exist
 * depends on the care so far, so that their absence says nothing.
 */
public final class EssentialPapers {

	public static final Set<PaperType> TYPES = EnumSet.of(PaperType.PATHOLOGY, PaperType.RCP_REPORT,
			PaperType.IMAGING_REPORT, PaperType.IMAGES);

	private EssentialPapers() {
	}

}
