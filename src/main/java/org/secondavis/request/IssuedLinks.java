package org.secondavis.request;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The links that have been given out and not been revoked. */
interface IssuedLinks extends Repository<FollowUpLink, UUID> {

	/**
	 * Keeps a link, unless the request's links are revoked. Whoever revokes them at this
	 * moment waits until it is kept, or is waited for.
	 * @return how many links were kept: one or none
	 */
	@Modifying(flushAutomatically = true)
	@Query(nativeQuery = true, value = """
			insert into follow_up_link (id, version, request_id, token_hash, created_at)
			select :id, 0, r.id, :tokenHash, :createdAt from second_opinion_request r
			where r.id = :requestId and r.links_revoked_at is null for share""")
	int saveUnlessRevoked(UUID id, UUID requestId, byte[] tokenHash, Instant createdAt);

	Optional<FollowUpLink> findByTokenHash(byte[] tokenHash);

	@Modifying(flushAutomatically = true)
	@Query("delete from FollowUpLink where requestId = :requestId")
	void deleteByRequestId(UUID requestId);

}
