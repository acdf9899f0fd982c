package org.secondavis.opinion;

import java.util.UUID;

import org.springframework.data.repository.Repository;

/** What was done about opinions. */
interface OpinionActs extends Repository<OpinionAct, UUID> {

	OpinionAct save(OpinionAct act);

}
