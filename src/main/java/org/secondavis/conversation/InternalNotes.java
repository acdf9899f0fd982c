package org.secondavis.conversation;

import java.util.UUID;

import org.springframework.data.repository.Repository;

/** All internal notes, sealed. */
public interface InternalNotes extends Repository<InternalNote, UUID> {

	InternalNote save(InternalNote note);

}
