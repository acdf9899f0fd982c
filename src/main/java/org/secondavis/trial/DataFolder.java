package org.secondavis.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

import org.secondavis.StartUpException;

/**
 * The folder in which a trial keeps everything between two starts. One trial at a time
 * holds it: the system frees the lock however the process ends.
 */
final class DataFolder {

	private static final int SECRET_BYTES = 32;

	private final Path root;

	private final FileChannel lock;

	private DataFolder(Path root, FileChannel lock) {
		this.root = root;
		this.lock = lock;
	}

	static DataFolder open(Path folder) {
		try {
			Path root = Files.createDirectories(folder.toAbsolutePath()).toRealPath();
			return new DataFolder(root, lock(root));
		}
		catch (IOException ex) {
			throw new StartUpException(
					("The folder %s cannot be written: give it to the user who starts Second Avis, "
							+ "or name another one with --secondavis.trial.data=…")
						.formatted(folder.toAbsolutePath()),
					ex);
		}
	}

	private static FileChannel lock(Path root) throws IOException {
		FileChannel channel = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE,
				StandardOpenOption.WRITE);
		try {
			if (channel.tryLock() != null) {
				return channel;
			}
		}
		catch (OverlappingFileLockException ex) {
			// another trial in this very process holds it
		}
		channel.close();
		throw new StartUpException(("Another Second Avis is running on the data in %s: stop it first, "
				+ "or name another folder with --secondavis.trial.data=…")
			.formatted(root));
	}

	/** Leaves the folder to the next trial. */
	void close() {
		try {
			this.lock.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	Path resolve(String name) {
		return this.root.resolve(name);
	}

	/** Where the trial's database lies. */
	Path cluster() {
		return resolve("postgres");
	}

	/** Where mails are kept. */
	MailFolder mails() {
		return new MailFolder(resolve("mails"));
	}

	boolean contains(Path path) {
		return path.startsWith(this.root);
	}

	/**
	 * The random secret of that name, made at the first start. A secret that is lost is
	 * not made anew, because the database that needs it would stay shut.
	 */
	String secret(String name) {
		Path file = resolve(name);
		try {
			if (Files.notExists(file)) {
				if (Files.exists(cluster())) {
					throw new StartUpException(("%s is missing, and %s cannot be read without it: put the file back, "
							+ "or remove the folder %s to start afresh.")
						.formatted(file, cluster(), this.root));
				}
				write(file, newSecret());
			}
			return Files.readString(file).strip();
		}
		catch (IOException ex) {
			throw new StartUpException("%s cannot be read: give it to the user who starts Second Avis.".formatted(file),
					ex);
		}
	}

	private void write(Path file, String secret) throws IOException {
		Path whole = Files.createTempFile(this.root, "secret", null, onlyForOwner());
		Files.writeString(whole, secret);
		Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
	}

	private FileAttribute<?>[] onlyForOwner() {
		boolean posix = this.root.getFileSystem().supportedFileAttributeViews().contains("posix");
		return posix
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
	}

	private static String newSecret() {
		byte[] bytes = new byte[SECRET_BYTES];
		new SecureRandom().nextBytes(bytes);
		return Base64.getEncoder().encodeToString(bytes);
	}

}
