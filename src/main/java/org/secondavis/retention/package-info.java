/** Erases requests by date and on demand. */
@NullMarked
@ApplicationModule(allowedDependencies = { "clinic", "request" })
package org.secondavis.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
