package org.secondavis.request;

import org.springframework.core.convert.converter.Converter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Reads a reference out of an address; where there is none, nothing is found. */
@Component
class ReferenceConverter implements Converter<String, Reference> {

	@Override
	public Reference convert(String text) {
		return Reference.parse(text).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
