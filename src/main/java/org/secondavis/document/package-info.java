/** The papers that help a second opinion, and which of them a patient has. */
@NullMarked
@ApplicationModule(allowedDependencies = { "request" })
package org.secondavis.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
