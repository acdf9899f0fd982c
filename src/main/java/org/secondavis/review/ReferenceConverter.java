package org.secondavis.review;

import org.secondavis.request.Reference;

import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads a reference out of an address; where there is none, nothing is found. */
@Component
class ReferenceConverter implements Converter<String, Reference> {

	@Override
	public Reference convert(String text) {
		return Reference.parse(text).orElseThrow(NotFoundException::new);
	}

}
