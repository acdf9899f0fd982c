package org.secondavis.doctor;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.repository.Repository;

/** What doctors give opinions on, by their account. */
interface Profiles extends Repository<Profile, UUID> {

	Optional<Profile> findById(UUID accountId);

	Profile save(Profile profile);

}
