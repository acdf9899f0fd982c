package org.secondavis.opinion;

import java.util.List;

import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.Errors;

/** What a doctor filled in does not fit; sentences say how to put it right. */
class WrongFormException extends RuntimeException {

	private final transient List<Faults.Fault> faults;

	WrongFormException(List<Faults.Fault> faults) {
		this.faults = faults;
	}

	/** Names all of it on the page. */
	void nameIn(Errors errors) {
		this.faults.forEach((fault) -> fault.nameIn(errors));
	}

	/** All of it in words. */
	List<MessageSourceResolvable> sentences() {
		return this.faults.stream().map(Faults.Fault::sentence).toList();
	}

}
