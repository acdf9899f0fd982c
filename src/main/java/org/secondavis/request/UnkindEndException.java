package org.secondavis.request;

/** A request cannot end or wait so: the patient would be left alone with it. */
public class UnkindEndException extends RuntimeException {

	private final Lack lack;

	UnkindEndException(Lack lack) {
		super("The end lacks " + lack);
		this.lack = lack;
	}

	/** What has to be done first. */
	public Lack lack() {
		return this.lack;
	}

	/** What an end can lack. */
	public enum Lack {

		/** Nobody has told the patient. */
		TELLING,
		/** A message cannot be read: there is no address that is not in doubt. */
		ADDRESS,
		/** There is nowhere to turn to. */
		PLACE

	}

}
