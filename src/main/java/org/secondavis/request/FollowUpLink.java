package org.secondavis.request;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/** A secret link to the patient's own page, of which only the hash is kept. */
@Entity
class FollowUpLink {

	@Id
	private UUID id;

	@Version
	private @Nullable Integer version;

	private UUID requestId;

	private byte[] tokenHash;

	private Instant createdAt;

	@SuppressWarnings("NullAway.Init")
	protected FollowUpLink() {
	}

	UUID getRequestId() {
		return this.requestId;
	}

}
