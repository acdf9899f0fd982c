package org.secondavis.request;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/** The links that have been given out and not been revoked. */
interface IssuedLinks extends Repository<FollowUpLink, UUID> {

	FollowUpLink save(FollowUpLink link);

	Optional<FollowUpLink> findByTokenHash(byte[] tokenHash);

}
