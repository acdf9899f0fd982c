/** The doctors who give opinions: what on, how many a week, when they are away. */
@NullMarked
@ApplicationModule(allowedDependencies = { "clinic", "request", "settings", "staff" })
package org.secondavis.doctor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
