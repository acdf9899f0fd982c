package org.secondavis.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A ZIP that leaves while it is written, of which each entry's size and checksum are
 * noted. Only {@link #finish()} makes it whole: what breaks off before shows as broken.
 */
class Parcel {

	private final ZipOutputStream zip;

	private final List<Manifest.Entry> entries = new ArrayList<>();

	Parcel(OutputStream out) {
		this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
		// most of it is images, which cannot be made smaller
		this.zip.setLevel(Deflater.BEST_SPEED);
	}

	void add(String name, String type, byte[] content) throws IOException {
		add(name, type, InputStream.nullInputStream(), content);
	}

	void add(String name, String type, InputStream content) throws IOException {
		add(name, type, content, new byte[0]);
	}

	private void add(String name, String type, InputStream content, byte[] start) throws IOException {
		MessageDigest digest = sha256();
		this.zip.putNextEntry(new ZipEntry(name));
		DigestOutputStream noted = new DigestOutputStream(this.zip, digest);
		noted.write(start);
		long size = start.length + content.transferTo(noted);
		this.zip.closeEntry();
		this.entries.add(new Manifest.Entry(name, type, size, HexFormat.of().formatHex(digest.digest())));
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What is in it so far. */
	List<Manifest.Entry> entries() {
		return List.copyOf(this.entries);
	}

	/** The sums of what is in it so far, as {@code sha256sum -c} checks them. */
	String sums() {
		return this.entries.stream()
			.map((entry) -> entry.sha256() + "  " + entry.name() + "\n")
			.collect(Collectors.joining());
	}

	void finish() throws IOException {
		this.zip.finish();
		this.zip.flush();
	}

}
