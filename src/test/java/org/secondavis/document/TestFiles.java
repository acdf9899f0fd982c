package org.secondavis.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

import org.secondavis.Multipart;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.mock.web.MockHttpServletRequest;

/** Sends files for requests that a test has made. */
@TestComponent
public class TestFiles {

	private final Reception reception;

	private final PatientFiles files;

	TestFiles(Reception reception, PatientFiles files) {
		this.reception = reception;
		this.files = files;
	}

	/** Sends a file that is accepted. */
	public UUID send(UUID request, String name, byte[] content) {
		MockHttpServletRequest form = new MockHttpServletRequest("POST", "/");
		form.setContentType(Multipart.contentType());
		form.setContent(new Multipart().file("files", name, new ByteArrayInputStream(content)).bytes());
		FileOwner owner = FileOwner.request(request);
		try {
			this.reception.receive(new UploadForm(form, content.length + 10_000L), () -> owner);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		List<PatientFile> sent = this.files.of(owner);
		return sent.get(sent.size() - 1).id();
	}

}
