package org.secondavis.trial;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.lang3.SystemUtils;

import org.springframework.util.DigestUtils;

/**
 * PostgreSQL's programs, unpacked once from the archive for this system and processor.
 *
 * @param folder where they lie
 */
record PostgresBinaries(Path folder) {

	static PostgresBinaries unpack(DataFolder data) throws IOException {
		byte[] archive = archive();
		Path folder = data.resolve("binaries-" + DigestUtils.md5DigestAsHex(archive).substring(0, 8));
		if (Files.notExists(folder)) {
			// an interrupted start leaves no half-filled folder under the final name
			Path partial = data.resolve("binaries-new-" + UUID.randomUUID());
			unpack(archive, partial);
			Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
		}
		return new PostgresBinaries(folder);
	}

	String program(String name) {
		return this.folder.resolve("bin").resolve(SystemUtils.IS_OS_WINDOWS ? name + ".exe" : name).toString();
	}

	private static byte[] archive() throws IOException {
		try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(),
				SystemUtils.OS_ARCH.equals("amd64") ? "x86_64" : SystemUtils.OS_ARCH)) {
			return archive.readAllBytes();
		}
	}

	private static String system() {
		if (SystemUtils.IS_OS_WINDOWS) {
			return "Windows";
		}
		return SystemUtils.IS_OS_MAC ? "Darwin" : "Linux";
	}

	private static void unpack(byte[] archive, Path folder) throws IOException {
		try (TarArchiveInputStream tar = new TarArchiveInputStream(
				new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				if (!entry.isDirectory()) {
					unpack(entry, tar, folder.resolve(entry.getName()).normalize());
				}
			}
		}
	}

	private static void unpack(TarArchiveEntry entry, InputStream content, Path path) throws IOException {
		Files.createDirectories(path.getParent());
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
			return;
		}
		Files.copy(content, path);
		File file = path.toFile();
		if ((entry.getMode() & 0b001_000_000) != 0 && !file.setExecutable(true)) {
			throw new IOException("cannot be made executable: " + file);
		}
	}

}
