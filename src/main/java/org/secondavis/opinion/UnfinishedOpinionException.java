package org.secondavis.opinion;

import java.util.Set;

/** The opinion lacks something that the step needs. */
class UnfinishedOpinionException extends RuntimeException {

	private final transient Set<Lack> lacks;

	UnfinishedOpinionException(Set<Lack> lacks) {
		super("The opinion lacks " + lacks);
		this.lacks = lacks;
	}

	/** What it lacks. */
	public Set<Lack> lacks() {
		return this.lacks;
	}

}
