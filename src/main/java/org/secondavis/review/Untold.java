package org.secondavis.review;

/** Patients whom nobody has told yet that somebody asks for them, and no mail can. */
final class Untold {

	/** {@code SecondOpinionRequest.mustTellPatient} as a condition on {@code r}. */
	static final String SQL = """
			(r.status in ('NEW', 'IN_REVIEW', 'TO_COMPLETE') and r.helper_name is not null and r.helper_relieved_at is null
			    and r.helper_relation <> 'GUARDIAN' and r.helper_patient_told_at is null
			    and (r.email is null or lower(r.email) = lower(r.helper_email)))""";

	private Untold() {
	}

}
