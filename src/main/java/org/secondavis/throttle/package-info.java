/** Counts how often somebody does a thing, across all instances. */
@NullMarked
@ApplicationModule(allowedDependencies = { "encryption" })
package org.secondavis.throttle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
