package org.secondavis;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A form with files, as a browser writes it. */
public final class Multipart {

	private static final String BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW";

	private final List<InputStream> parts = new ArrayList<>();

	public static String contentType() {
		return "multipart/form-data; boundary=" + BOUNDARY;
	}

	/** Puts a field before all others. */
	public Multipart first(String name, String value) {
		Multipart form = new Multipart().field(name, value);
		form.parts.addAll(this.parts);
		return form;
	}

	public Multipart field(String name, String value) {
		return text(
				"--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value));
	}

	public Multipart file(String field, String name, byte[] content) {
		return file(field, name, new ByteArrayInputStream(content));
	}

	public Multipart file(String field, String name, InputStream content) {
		text("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n".formatted(BOUNDARY, field,
				name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A"))
				+ "Content-Type: application/octet-stream\r\n\r\n");
		this.parts.add(content);
		return text("\r\n");
	}

	private Multipart text(String text) {
		this.parts.add(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
		return this;
	}

	/** All of it. */
	public InputStream stream() {
		text("--%s--\r\n".formatted(BOUNDARY));
		return new SequenceInputStream(Collections.enumeration(this.parts));
	}

	public byte[] bytes() {
		try {
			return stream().readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
