package org.secondavis.opinion;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The documents as they were delivered. */
interface OpinionDocuments extends Repository<OpinionDocument, UUID> {

	OpinionDocument save(OpinionDocument document);

	/** The one that is the opinion itself, or one that follows it. */
	@Query("""
			from OpinionDocument d where d.opinionId = :opinionId and d.audience = :audience
			and (d.addendumId = :addendumId or (d.addendumId is null and :addendumId is null))""")
	Optional<OpinionDocument> find(UUID opinionId, @Nullable UUID addendumId, Audience audience);

}
