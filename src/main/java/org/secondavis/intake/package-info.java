/** The patient's form: steps, drafts, guard against robots, confirmation. */
@NullMarked
@ApplicationModule(allowedDependencies = { "clinic", "document", "encryption", "request", "throttle" })
package org.secondavis.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
