/** The patient's own page behind a secret link. */
@NullMarked
@ApplicationModule(allowedDependencies = { "clinic", "document", "encryption", "intake", "request", "throttle" })
package org.secondavis.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
