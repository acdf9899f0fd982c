package org.secondavis.information;

import java.util.List;

/**
 * A published study of second opinions on cancer. Its words stand in the messages under
 * its code; the figures are those of the publication, never added up or turned round.
 * Left out on purpose: the 88 % of a study of 2017 in general medicine, which had neither
 * cancer nor a follow-up.
 *
 * @param code its name in messages
 * @param findings what it found
 */
record Study(String code, List<Finding> findings) {

	/**
	 * Ruetters et al., J Cancer Res Clin Oncol 2016; The Oncologist 2017; Newman et al.,
	 * Cancer 2006; Garcia et al., Ann Surg Oncol 2018; Matasar et al., Annals of Oncology
	 * 2012; Ray-Coquard et al., Annals of Oncology 2012; Davidov et al., Surgery 2010.
	 */
	static final List<Study> ALL = List.of(
			study("ruetters", new Finding("ruetters.changed", Outcome.DIFFERENT, 12, 69),
					new Finding("ruetters.confirmed", Outcome.SAME, 43, 82)),
			study("oncologist", new Finding("oncologist.differed", Outcome.DIFFERENT, 2, 51)),
			study("newman", new Finding("newman.changed", Outcome.DIFFERENT, 52)),
			study("garcia", new Finding("garcia.changed", Outcome.DIFFERENT, 42.8)),
			study("matasar", new Finding("matasar.first", Outcome.DIFFERENT, 17.8),
					new Finding("matasar.second", Outcome.DIFFERENT, 16.4)),
			study("rayCoquard", new Finding("rayCoquard.full", Outcome.SAME, 56),
					new Finding("rayCoquard.partial", Outcome.DIFFERENT, 35),
					new Finding("rayCoquard.opposed", Outcome.DIFFERENT, 8)),
			study("davidov", new Finding("davidov.agreed", Outcome.SAME, 66)));

	private static Study study(String code, Finding... findings) {
		return new Study(code, List.of(findings));
	}

	/** What all studies found that speaks for that outcome. */
	static List<Finding> findings(Outcome outcome) {
		return ALL.stream()
			.flatMap((study) -> study.findings().stream())
			.filter((finding) -> finding.outcome() == outcome)
			.toList();
	}

	/** How a second opinion can stand to the first. */
	enum Outcome {

		DIFFERENT, SAME

	}

	/**
	 * How often an outcome was found.
	 *
	 * @param code its name in messages
	 * @param outcome what was found
	 * @param low the smallest share that was found, in per cent
	 * @param high the greatest, the same where there is one only
	 */
	record Finding(String code, Outcome outcome, double low, double high) {

		Finding(String code, Outcome outcome, double share) {
			this(code, outcome, share, share);
		}

		public boolean isRange() {
			return this.low < this.high;
		}

	}

}
