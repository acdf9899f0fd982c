package org.secondavis.document;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import org.secondavis.encryption.Vault;

/** The files that patients sent: shows them, hands them out and lets them go. */
@Component
public class PatientFiles {

	/** Longer than it takes to send a file over the slowest line. */
	static final Duration UNFINISHED = Duration.ofDays(1);

	private final UploadedFiles files;

	private final SealedStore store;

	private final DocumentProperties properties;

	private final ScannerProperties scanner;

	private final Vault vault;

	private final Clock clock;

	PatientFiles(UploadedFiles files, SealedStore store, DocumentProperties properties, ScannerProperties scanner,
			Vault vault, Clock clock) {
		this.files = files;
		this.store = store;
		this.properties = properties;
		this.scanner = scanner;
		this.vault = vault;
		this.clock = clock;
	}

	/** What may be sent. */
	public UploadRules rules() {
		return new UploadRules(this.properties.enabled(), this.properties.maxFileSize().toMegabytes(),
				this.properties.maxRequestSize().toMegabytes());
	}

	/** All files that have arrived, oldest first. */
	public List<PatientFile> of(FileOwner owner) {
		return this.files.of(owner).stream().map(this::view).toList();
	}

	/** All papers of a request, told of or sent, in one statement. */
	public Dossier dossier(UUID request) {
		Set<Paper> papers = new LinkedHashSet<>();
		Set<UploadedFile> sent = new LinkedHashSet<>();
		for (Object[] row : this.files.dossier(request)) {
			Optional.ofNullable((Paper) row[0]).ifPresent(papers::add);
			Optional.ofNullable((UploadedFile) row[1]).ifPresent(sent::add);
		}
		return new Dossier(List.copyOf(papers), sent.stream().map(this::view).toList());
	}

	/** One of them. */
	public Optional<PatientFile> find(FileOwner owner, UUID file) {
		return this.files.find(owner, file).map(this::view);
	}

	/**
	 * What is in a file; staff are shown it only if they may open it. Its beginning has
	 * been read, so that whatever keeps it from being read is known before anything of it
	 * is handed out.
	 */
	public InputStream open(PatientFile file) throws IOException {
		UploadedFile found = this.files.findById(file.id())
			.orElseThrow(() -> new FileNotFoundException("The file has just been erased"));
		InputStream content = new BufferedInputStream(this.store.read(found));
		content.mark(1);
		content.read();
		content.reset();
		return content;
	}

	/** Erases a file, if the owner has it. */
	public void remove(FileOwner owner, UUID file) {
		this.files.delete(owner, file);
	}

	/** What was sent with a form belongs to the request that the form has become. */
	public void handOver(UUID draft, UUID request) {
		this.files.handOver(draft, request);
	}

	private PatientFile view(UploadedFile file) {
		return file.view(this.vault, this.scanner.present());
	}

	/** What was arriving when an instance was killed. */
	@Scheduled(cron = "${secondavis.jobs.hourly:0 20 * * * *}")
	void dropUnfinished() {
		this.files.dropUnfinished(this.clock.instant().minus(UNFINISHED));
	}

}
