package org.secondavis.request;

/**
 * {@link SecondOpinionRequest#mustTellPatient()} for whoever asks the database: patients
 * whom nobody has told yet that somebody asks for them, and no mail can.
 */
public final class Untold {

	private Untold() {
	}

	/** The condition on the request {@code r}. */
	public static String sql() {
		return """
				(r.status in ('NEW', 'IN_REVIEW', 'TO_COMPLETE') and r.helper_name is not null and r.helper_relieved_at is null
				    and r.helper_relation <> 'GUARDIAN' and r.helper_patient_told_at is null
				    and (r.email is null or lower(r.email) = lower(r.helper_email)))""";
	}

}
