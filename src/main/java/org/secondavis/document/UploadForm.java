package org.secondavis.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.WebUtils;

/**
 * A form with files, read as it arrives: no part of it is ever kept on disk or held
 * whole. Its fields are parameters as soon as they have been read; those before the first
 * file, the token against forgery among them, are there from the beginning.
 */
public final class UploadForm extends HttpServletRequestWrapper {

	/** As much as a form without files may hold. */
	private static final int FIELD_BYTES = 256 * 1024;

	/** A name of a thousand signs, each written as several. */
	private static final int HEADER_BYTES = 16 * 1024;

	private static final int MOST_PARTS = 2000;

	private final FileItemIterator parts;

	private final MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();

	private @Nullable SentFile reached;

	private int fieldBytes;

	private int partCount;

	/**
	 * Reads a form up to its first file.
	 * @param mostBytes how large all of it may be
	 * @throws FileUploadException if it is larger, or not a form
	 */
	UploadForm(HttpServletRequest request, long mostBytes) throws IOException {
		super(request);
		request.getParameterMap().forEach((name, values) -> this.fields.addAll(name, Arrays.asList(values)));
		FileUpload upload = new FileUpload();
		upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
		upload.setPartHeaderSizeMax(HEADER_BYTES);
		upload.setSizeMax(mostBytes);
		this.parts = upload.getItemIterator(new ServletRequestContext(request));
		this.reached = advance();
	}

	/** The form that a POST of {@code multipart/form-data} is. */
	public static UploadForm in(ServletRequest request) {
		UploadForm form = WebUtils.getNativeRequest(request, UploadForm.class);
		Assert.state(form != null, "No form with files");
		return form;
	}

	/** What has been typed, as far as it has been read. */
	public MultiValueMap<String, String> fields() {
		return this.fields;
	}

	/** The next file, or none when all of the form has been read. */
	@Nullable SentFile nextFile() {
		try {
			SentFile next = (this.reached != null) ? this.reached : advance();
			this.reached = null;
			return next;
		}
		catch (IOException ex) {
			throw new BrokenUploadException(ex);
		}
	}

	/**
	 * Throws away what nobody has read: a browser reads no answer before it has sent all.
	 * What does not say how long it is has no limit here, and stays.
	 */
	void readToEnd() {
		try {
			if (getContentLengthLong() > 0) {
				getInputStream().transferTo(OutputStream.nullOutputStream());
			}
		}
		catch (IOException ex) {
			// then nobody waits for an answer
		}
	}

	private @Nullable SentFile advance() throws IOException {
		while (this.parts.hasNext()) {
			FileItemStream part = this.parts.next();
			this.partCount++;
			if (this.partCount > MOST_PARTS) {
				throw new FileUploadException("More parts than a form of ours has");
			}
			if (!part.isFormField()) {
				return SentFile.of(part);
			}
			try (InputStream value = part.openStream()) {
				byte[] bytes = value.readNBytes(FIELD_BYTES - this.fieldBytes + 1);
				this.fieldBytes += bytes.length;
				if (this.fieldBytes > FIELD_BYTES) {
					throw new FileUploadException("More text than a form of ours holds");
				}
				this.fields.add(part.getFieldName(), new String(bytes, StandardCharsets.UTF_8));
			}
		}
		return null;
	}

	@Override
	public @Nullable String getParameter(String name) {
		return this.fields.getFirst(name);
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		List<String> values = this.fields.get(name);
		return (values != null) ? values.toArray(String[]::new) : null;
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		Map<String, String[]> map = new LinkedHashMap<>();
		this.fields.forEach((name, values) -> map.put(name, values.toArray(String[]::new)));
		return map;
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return Collections.enumeration(this.fields.keySet());
	}

}
