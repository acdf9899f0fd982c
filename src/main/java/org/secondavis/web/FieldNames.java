package org.secondavis.web;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** Reads no field whose name leads into another object: no form of ours has one. */
@ControllerAdvice
class FieldNames {

	@InitBinder
	void keepToForms(WebDataBinder binder) {
		binder.setDisallowedFields("*.*");
	}

}
