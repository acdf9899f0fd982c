package org.secondavis.intake;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.secondavis.document.FileOwner;
import org.secondavis.document.PatientFile;
import org.secondavis.document.PatientFiles;
import org.secondavis.document.Received;
import org.secondavis.document.Reception;
import org.secondavis.document.UploadForm;
import org.secondavis.document.UploadRules;
import org.secondavis.encryption.SecretToken;

import org.springframework.stereotype.Component;

/** The files that are sent with a form which is still being filled in. */
@Component
class DraftFiles {

	private final OpenDrafts drafts;

	private final PatientFiles files;

	private final Reception reception;

	DraftFiles(OpenDrafts drafts, PatientFiles files, Reception reception) {
		this.drafts = drafts;
		this.files = files;
		this.reception = reception;
	}

	UploadRules rules() {
		return this.files.rules();
	}

	List<PatientFile> of(Draft draft) {
		return this.files.of(FileOwner.draft(draft.getId()));
	}

	/** The names of those that have one. */
	List<String> names(Draft draft) {
		return of(draft).stream().map(PatientFile::name).filter(Objects::nonNull).toList();
	}

	/**
	 * Reads a form to its end and keeps its files, unless the draft is sent meanwhile.
	 */
	Received receive(@Nullable SecretToken token, UploadForm form) {
		return this.reception.receive(form, () -> {
			Draft draft = this.drafts.lock(token);
			draft.requireUnsent();
			return FileOwner.draft(draft.getId());
		});
	}

	void remove(@Nullable SecretToken token, UUID file) {
		this.files.remove(FileOwner.draft(this.drafts.require(token).getId()), file);
	}

}
