/** The patient's own page behind a secret link. */
@NullMarked
@ApplicationModule(allowedDependencies = { "clinic", "document", "encryption", "request" })
package org.secondavis.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
