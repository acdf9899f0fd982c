package org.secondavis.document;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has the scanner look at every file that has arrived. Each is taken in one transaction
 * and settled in another, so that nobody waits for the scanner; any number of instances
 * may do so side by side.
 */
@Component
class Scanning {

	/** Longer than a scan takes; then it is taken for lost and begun again. */
	private static final Duration ATTEMPT = Duration.ofMinutes(10);

	private static final Duration RETRY_AFTER = Duration.ofMinutes(1);

	private static final Logger logger = LoggerFactory.getLogger(Scanning.class);

	private final UploadedFiles files;

	private final SealedStore store;

	private final Clamd clamd;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Scanning(UploadedFiles files, SealedStore store, Clamd clamd, TransactionTemplate transaction, Clock clock) {
		this.files = files;
		this.store = store;
		this.clamd = clamd;
		this.transaction = transaction;
		this.clock = clock;
	}

	/** Looks at every file that is due, or until the scanner fails. */
	void scan() {
		boolean works = true;
		for (Optional<UploadedFile> file = take(); file.isPresent(); file = works ? take() : Optional.empty()) {
			works = scan(file.get());
		}
	}

	private Optional<UploadedFile> take() {
		return Objects.requireNonNull(this.transaction.execute((status) -> {
			Optional<UploadedFile> due = this.files.takeDue(this.clock.instant());
			due.ifPresent((file) -> file.postponeScan(this.clock.instant(), ATTEMPT));
			return due;
		}));
	}

	private boolean scan(UploadedFile file) {
		try (InputStream content = this.store.read(file)) {
			boolean clean = this.clamd.isClean(content);
			settle(file, (scanned) -> scanned.scanned(clean));
			return true;
		}
		catch (IOException | StoreUnavailableException ex) {
			logger.warn("The file {} could not be scanned and will be tried again: {}", file.getId(), ex.toString());
			settle(file, (missed) -> missed.postponeScan(this.clock.instant(), RETRY_AFTER));
			return false;
		}
	}

	private void settle(UploadedFile file, Consumer<UploadedFile> outcome) {
		this.transaction.executeWithoutResult((status) -> this.files.findById(file.getId()).ifPresent(outcome));
	}

}
