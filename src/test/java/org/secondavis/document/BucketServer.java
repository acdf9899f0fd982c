package org.secondavis.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.secondavis.Program;

/**
 * A real S3 server, in a process of its own since it brings other versions of our
 * libraries. Each object of its one bucket is a file in a folder.
 */
final class BucketServer implements AutoCloseable {

	static final String BUCKET = "second-avis";

	private static final Path JAR = Path.of("target", "s3", "s3proxy.jar");

	private final Path folder;

	private final int port;

	private Program program;

	private BucketServer(Path folder, int port) {
		this.folder = folder;
		this.port = port;
		this.program = run();
	}

	static BucketServer start() {
		try {
			Path folder = Files.createTempDirectory(Path.of("target"), "bucket");
			Files.createDirectories(folder.resolve("objects").resolve(BUCKET));
			return new BucketServer(folder, Program.freePort());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String endpoint() {
		return "http://127.0.0.1:" + this.port;
	}

	/** The contents of all objects, as they lie on the disk. */
	List<byte[]> objects() {
		try (Stream<Path> files = Files.walk(this.folder.resolve("objects"))) {
			return files.filter(Files::isRegularFile).map(BucketServer::read).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void stop() {
		this.program.close();
	}

	/** Starts again what was stopped. */
	void goOn() {
		this.program = run();
	}

	private Program run() {
		try {
			Path settings = Files.writeString(this.folder.resolve("s3proxy.properties"), """
					s3proxy.endpoint=%s
					s3proxy.authorization=aws-v2-or-v4
					s3proxy.identity=key
					s3proxy.credential=secret
					jclouds.provider=filesystem
					jclouds.filesystem.basedir=%s
					""".formatted(endpoint(), this.folder.resolve("objects").toAbsolutePath()));
			Program started = Program.java("-jar", JAR.toString(), "--properties", settings.toString());
			started.awaitLine("Started");
			return started;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] read(Path file) {
		try {
			return Files.readAllBytes(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		stop();
	}

}
