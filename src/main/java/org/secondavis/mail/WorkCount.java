package org.secondavis.mail;

/**
 * How much work waits in the morning.
 *
 * @param open requests with which the clinic, or the doctor, has something to do
 * @param fresh those that came, or came into the doctor's hands, since the last working
 * day began
 * @param unassigned those that are in nobody's hands
 * @param soon those whose planned treatment is near
 * @param late those that have stood too long where they stand
 * @param written those whose patient wrote something that nobody has seen
 * @param suspect requests that a person has to look at first; 0 for a doctor
 * @param failed mails that were given up; 0 for a doctor
 */
public record WorkCount(long open, long fresh, long unassigned, long soon, long late, long written, long suspect,
		long failed) {

	/** Whether there is nothing that anybody would have to know this morning. */
	public boolean nothingNew() {
		return this.fresh + this.unassigned + this.soon + this.late + this.written + this.suspect + this.failed == 0;
	}

}
