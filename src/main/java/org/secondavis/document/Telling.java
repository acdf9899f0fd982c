package org.secondavis.document;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * That somebody said, after the form was sent, whether a paper is there.
 *
 * @param availability what was said
 * @param by who of the staff said so; none if the patient did
 * @param at when
 */
@Embeddable
public record Telling(@Enumerated(EnumType.STRING) Availability availability,
		@Column(name = "told_by") @Nullable UUID by, @Column(name = "told_at") Instant at) {
}
