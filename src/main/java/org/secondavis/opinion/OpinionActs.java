package org.secondavis.opinion;

import java.util.UUID;

import org.springframework.data.repository.Repository;

/** What staff did about opinions. */
interface OpinionActs extends Repository<OpinionAct, UUID> {

	OpinionAct save(OpinionAct act);

}
