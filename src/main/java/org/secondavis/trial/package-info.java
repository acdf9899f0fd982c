/**
 * A trial without installation: embedded PostgreSQL and mailbox. Never part of the
 * released jar.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "clinic", "encryption", "staff" })
package org.secondavis.trial;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
