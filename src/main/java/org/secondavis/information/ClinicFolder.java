package org.secondavis.information;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.secondavis.clinic.Clinic;
import org.secondavis.clinic.CurrentClinic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * The folder in which a clinic keeps pages of its own, laid out as
 * {@code language/slug.md}. Files may come, change and go while the application runs; one
 * that cannot be used is passed over.
 */
@Component
class ClinicFolder {

	private static final Logger logger = LoggerFactory.getLogger(ClinicFolder.class);

	private static final Pattern FILE_NAME = Pattern.compile("[a-z0-9-]+\\.md");

	private final CurrentClinic clinic;

	private final @Nullable Path root;

	private final PageReader reader;

	private final Map<Path, Copy> copies = new ConcurrentHashMap<>();

	ClinicFolder(CurrentClinic clinic, PageReader reader) {
		String content = clinic.now().content();
		this.clinic = clinic;
		this.root = StringUtils.hasText(content) ? folder(content) : null;
		this.reader = reader;
	}

	private static Path folder(String setting) {
		try {
			Path folder = Path.of(setting.strip());
			if (Files.isDirectory(folder) && Files.isReadable(folder)) {
				return folder;
			}
		}
		catch (InvalidPathException ex) {
			// said below
		}
		throw new InvalidConfigurationPropertyValueException("secondavis.clinic.content", setting,
				"It names no folder that can be read.");
	}

	/** The clinic's own pages in that language. */
	List<InformationPage> pages(String language) {
		if (this.root == null || !Files.isDirectory(this.root.resolve(language))) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(this.root.resolve(language))) {
			return files.filter((file) -> FILE_NAME.matcher(file.getFileName().toString()).matches())
				.map((file) -> page(file, language))
				.filter(Objects::nonNull)
				.toList();
		}
		catch (IOException | UncheckedIOException ex) {
			logger.warn("The folder of pages {} cannot be read: {}", this.root.resolve(language), ex.toString());
			return List.of();
		}
	}

	private @Nullable InformationPage page(Path file, String language) {
		try {
			FileTime changed = Files.getLastModifiedTime(file);
			Copy copy = this.copies.get(file);
			Clinic now = this.clinic.now();
			if (copy == null || !copy.changed().equals(changed) || !copy.facts().equals(now)) {
				copy = new Copy(changed, now, read(file, language));
				this.copies.put(file, copy);
			}
			return copy.page();
		}
		catch (IOException ex) {
			return null;
		}
	}

	private @Nullable InformationPage read(Path file, String language) {
		try {
			return this.reader.read(StringUtils.stripFilenameExtension(file.getFileName().toString()), language,
					Files.readString(file));
		}
		catch (BrokenPageException ex) {
			return passOver(file, ex.getMessage());
		}
		catch (CharacterCodingException ex) {
			return passOver(file, "it is not written in UTF-8");
		}
		catch (IOException ex) {
			return passOver(file, "it cannot be read");
		}
	}

	private static @Nullable InformationPage passOver(Path file, @Nullable String reason) {
		logger.warn("The page {} is not used: {}", file, reason);
		return null;
	}

	/**
	 * What a file held when it was last changed, filled in with what the clinic said
	 * then; no page if it could not be used.
	 */
	private record Copy(FileTime changed, Clinic facts, @Nullable InformationPage page) {
	}

}
