package org.secondavis.appointment;

/**
 * The appointment that somebody saw who fills in a form: its id and revision, or nothing
 * if there was none.
 *
 * @param value as it stands in the form
 */
public record Seen(String value) {

	/** What a form about this appointment carries. */
	public static Seen of(Appointment appointment) {
		return new Seen(appointment.getId() + "/" + appointment.revision());
	}

	boolean isNone() {
		return this.value.isEmpty();
	}

	boolean isStill(Appointment appointment) {
		return equals(of(appointment));
	}

	@Override
	public String toString() {
		return this.value;
	}

}
