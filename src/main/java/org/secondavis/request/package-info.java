/** The core: a patient's request for a second opinion and its legal moves. */
@NullMarked
@ApplicationModule(allowedDependencies = { "encryption" })
package org.secondavis.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
