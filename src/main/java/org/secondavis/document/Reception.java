package org.secondavis.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import org.secondavis.encryption.Fingerprints;
import org.secondavis.encryption.Vault;
import org.secondavis.throttle.Network;
import org.secondavis.throttle.Throttle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives the files of a form, one after the other. Each is examined and sealed while it
 * passes; one that is refused or breaks off leaves nothing behind.
 */
@Component
public class Reception {

	/** How many files there may be for one request. */
	static final int MOST_FILES = 500;

	private static final Duration HOUR = Duration.ofHours(1);

	private static final Logger logger = LoggerFactory.getLogger(Reception.class);

	private final UploadedFiles files;

	private final SealedStore store;

	private final DocumentProperties properties;

	private final Throttle throttle;

	private final Fingerprints fingerprints;

	private final Vault vault;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Reception(UploadedFiles files, SealedStore store, DocumentProperties properties, Throttle throttle,
			Fingerprints fingerprints, Vault vault, TransactionTemplate transaction, Clock clock) {
		this.files = files;
		this.store = store;
		this.properties = properties;
		this.throttle = throttle;
		this.fingerprints = fingerprints;
		this.vault = vault;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Reads a form to its end and keeps its files.
	 * @param owner to whom they belong; asked for each, in the transaction that makes
	 * room for it, so that it can lock what it names
	 */
	public Received receive(UploadForm form, Supplier<FileOwner> owner) {
		int kept = 0;
		Set<PaperType> papers = EnumSet.noneOf(PaperType.class);
		List<Refusal> refusals = new ArrayList<>();
		for (SentFile sent = form.nextFile(); sent != null; sent = form.nextFile()) {
			if (this.properties.enabled() && sent.isPaper() && sent.isNamed()) {
				String name = FileName.of(sent.name());
				try {
					requirePermission(form, kept, refusals);
					receive(sent, name, owner);
					sent.paper().ifPresent(papers::add);
					kept++;
				}
				catch (RefusedFileException ex) {
					refusals.add(new Refusal(name, ex.objection()));
				}
			}
		}
		return new Received(kept, papers, refusals);
	}

	/** Asked once for a form; what concerns all of its files is not tried again. */
	private void requirePermission(UploadForm form, int kept, List<Refusal> refusals) {
		if (kept == 0 && refusals.isEmpty() && !this.throttle.permits("upload from", Network.of(form.getRemoteAddr()),
				this.properties.uploadsPerHour(), HOUR)) {
			throw new RefusedFileException(Objection.TOO_OFTEN);
		}
		refusals.stream().map(Refusal::objection).filter(Objection::concernsAll).findFirst().ifPresent((objection) -> {
			throw new RefusedFileException(objection);
		});
	}

	private void receive(SentFile sent, String name, Supplier<FileOwner> owner) {
		Slot slot = Objects.requireNonNull(this.transaction.execute((status) -> take(sent, name, owner.get())));
		boolean complete = false;
		try {
			store(sent.content(), slot);
			complete = true;
		}
		catch (StoreUnavailableException ex) {
			logger.warn("The file {} could not be stored: {}", slot.file().getId(), ex.toString());
			throw new RefusedFileException(Objection.STORE_DOWN);
		}
		finally {
			if (!complete) {
				this.files.drop(slot.file().getId());
			}
		}
	}

	private Slot take(SentFile sent, String name, FileOwner owner) {
		Occupied occupied = this.files.occupied(owner);
		if (occupied.files() >= MOST_FILES) {
			throw new RefusedFileException(Objection.TOO_MANY);
		}
		UploadedFile file = this.files.save(new UploadedFile(owner, sent.paper().orElse(null), name,
				this.properties.store(), this.vault, this.clock.instant()));
		return new Slot(file, this.properties.maxRequestSize().toBytes() - occupied.bytes());
	}

	private void store(InputStream sent, Slot slot) {
		long most = this.properties.maxFileSize().toBytes();
		try {
			OutputStream sealed = this.store.write(slot.file());
			PassingContent content = new PassingContent(sent, sealed, most, slot.room());
			FileType type = Examination.typeOf(content, most);
			sealed.close();
			complete(slot.file().getId(), type, content.size(), this.fingerprints.of(content.sum()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Who tries again after a line was cut may send what has arrived already. */
	private void complete(UUID id, FileType type, long size, long fingerprint) {
		this.transaction.executeWithoutResult((status) -> {
			if (this.files.isSentAgain(id, fingerprint)) {
				this.files.drop(id);
			}
			else {
				this.files.findById(id)
					.ifPresent((file) -> file.complete(type, size, fingerprint, this.clock.instant()));
			}
		});
	}

	/**
	 * Where a file goes.
	 *
	 * @param file its row
	 * @param room how many bytes there is room for
	 */
	private record Slot(UploadedFile file, long room) {
	}

}
