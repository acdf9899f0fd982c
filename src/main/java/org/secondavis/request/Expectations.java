package org.secondavis.request;

import java.util.List;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * The coded part of what the patient hopes for.
 *
 * @param reasons why a second opinion is asked for
 * @param priority what matters most, if answered
 * @param questions the questions ticked in the list
 * @param visitMode how the patient would like to be seen, if answered
 */
@Embeddable
public record Expectations(@JdbcTypeCode(SqlTypes.ARRAY) @Enumerated(EnumType.STRING) List<Reason> reasons,
		@Enumerated(EnumType.STRING) @Nullable Priority priority,
		@JdbcTypeCode(SqlTypes.ARRAY) @Enumerated(EnumType.STRING) List<Question> questions,
		@Enumerated(EnumType.STRING) @Nullable VisitMode visitMode) {

	@Override
	public String toString() {
		return "Expectations[…]";
	}

	/** Why a second opinion is asked for. */
	public enum Reason {

		UNDERSTAND, CONFIRM_DIAGNOSIS, CONFIRM_TREATMENT, OTHER_OPTIONS, LOCAL_TREATMENT, CLINICAL_TRIAL, SIDE_EFFECTS,
		OTHER

	}

	/** What matters most to the patient. */
	public enum Priority {

		BEST_CHANCE, QUALITY_OF_LIFE, PROJECT, AVOID_COMPLICATION, UNKNOWN

	}

	/** The list of questions that patients put to the doctor. */
	public enum Question {

		DIAGNOSIS_SURE, OTHER_DISEASE, OTHER_THAN_SURGERY, PROS_AND_CONS, DAILY_LIFE, SUCCESS_RATE, HOW_OPERATION,
		WHAT_RELIEF, ANAESTHESIA, HOW_LONG_WAIT, HOSPITAL_STAY, PAIN, COST

	}

	/** How the patient would like to be seen. */
	public enum VisitMode {

		ON_SITE, VIDEO, ON_FILE, NO_PREFERENCE

	}

}
