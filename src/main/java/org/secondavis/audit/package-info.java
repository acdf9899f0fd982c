/** Who did what, when, to what: a trail that nobody can alter unnoticed. */
@NullMarked
@ApplicationModule(allowedDependencies = { "clinic", "request", "staff" })
package org.secondavis.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
