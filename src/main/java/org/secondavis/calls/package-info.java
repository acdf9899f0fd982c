/** Whom staff call today, and what came of it. */
@NullMarked
@ApplicationModule(allowedDependencies = { "clinic", "conversation", "encryption", "journal", "request", "staff" })
package org.secondavis.calls;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
