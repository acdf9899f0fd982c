package org.secondavis.request;

import java.time.LocalDate;
import java.util.List;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The coded part of the medical situation, as the patient knows it.
 *
 * @param cancerSite where the cancer is
 * @param diagnosisMonth month of the diagnosis, if given
 * @param diagnosisYear year of the diagnosis, if given
 * @param careStage how far the care has come
 * @param metastases what is known of metastases, if answered
 * @param treatments what was done or proposed
 * @param plannedTreatment the day for which a treatment is planned, if any
 * @param rcpHeld whether a multidisciplinary meeting was held, if answered
 */
@Embeddable
public record Situation(@Enumerated(EnumType.STRING) CancerSite cancerSite, @Nullable Integer diagnosisMonth,
		@Nullable Integer diagnosisYear, @Enumerated(EnumType.STRING) CareStage careStage,
		@Enumerated(EnumType.STRING) @Nullable Metastases metastases,
		@JdbcTypeCode(SqlTypes.ARRAY) @Enumerated(EnumType.STRING) List<Treatment> treatments,
		@Nullable LocalDate plannedTreatment, @Enumerated(EnumType.STRING) @Nullable RcpHeld rcpHeld) {

	@Override
	public String toString() {
		return "Situation[…]";
	}

	/** Sites of cancer, by the words that patients use. */
	public enum CancerSite {

		BREAST, PROSTATE, LUNG, COLORECTAL, BLADDER, KIDNEY, PANCREAS, LIVER, STOMACH, UTERUS, OVARY, HEAD_NECK,
		THYROID, SKIN, BRAIN, BLOOD, BONE_SOFT_TISSUE, TESTIS, OTHER, UNKNOWN

	}

	/** How far the care has come. */
	public enum CareStage {

		SUSPECTED, DIAGNOSED, TREATMENT_PROPOSED, IN_TREATMENT, AFTER_TREATMENT, RELAPSE, UNKNOWN

	}

	/** Whether a treatment is planned for that day or an earlier one. */
	public boolean plannedBy(LocalDate day) {
		return this.plannedTreatment != null && !this.plannedTreatment.isAfter(day);
	}

	/** Whether the cancer has spread. */
	public enum Metastases {

		NONE, FEW, MANY, UNKNOWN

	}

	/** A treatment that was done or proposed. */
	public enum Treatment {

		SURGERY, RADIOTHERAPY, CHEMOTHERAPY, IMMUNOTHERAPY, HORMONE_THERAPY, TARGETED_THERAPY, INTERVENTIONAL_RADIOLOGY,
		CLINICAL_TRIAL, SURVEILLANCE, OTHER

	}

	/** Whether the multidisciplinary meeting (RCP) has been held. */
	public enum RcpHeld {

		YES, NO, UNKNOWN

	}

}
