package org.secondavis.interop;

import org.secondavis.request.Situation;
import org.secondavis.request.Situation.CancerSite;
import org.secondavis.request.Situation.CareStage;

/**
 * Says in ICD-10 where a cancer is, as roughly as patients do (World Health Organization,
 * ICD-10, version 2019, chapter II, C00–C97). What they do not tell apart is coded as
 * unspecified; where even that would say more than is known it is C80, « malignant
 * neoplasm, without specification of site ». What is only suspected is Z03.1, «
 * observation for suspected malignant neoplasm ».
 */
final class SiteCodes {

	static final String SYSTEM = "http://hl7.org/fhir/sid/icd-10";

	private SiteCodes() {
	}

	static String of(Situation situation) {
		return (situation.careStage() == CareStage.SUSPECTED) ? "Z03.1" : of(situation.cancerSite());
	}

	static String of(CancerSite site) {
		return switch (site) {
			case BREAST -> "C50";
			case PROSTATE -> "C61";
			case LUNG -> "C34";
			case COLORECTAL -> "C26.0"; // intestinal tract, part unspecified
			case BLADDER -> "C67";
			case KIDNEY -> "C64";
			case PANCREAS -> "C25";
			case LIVER -> "C22";
			case STOMACH -> "C16";
			case UTERUS -> "C55"; // part unspecified
			case OVARY -> "C56";
			case HEAD_NECK -> "C76.0"; // head, face and neck
			case THYROID -> "C73";
			case SKIN -> "C44.9"; // unspecified
			case BRAIN -> "C71";
			case BLOOD -> "C96.9"; // blood, marrow, lymph: unspecified
			case TESTIS -> "C62";
			case BONE_SOFT_TISSUE, OTHER, UNKNOWN -> "C80";
		};
	}

}
