/**
 * The papers that help a second opinion: which of them a patient has, and the files that
 * a patient sent.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "encryption", "request", "throttle" })
package org.secondavis.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
