/**
 * Makes sure that who acts on a request reads the patient's mail: one-time codes, and the
 * devices that have shown one.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "encryption", "request" })
package org.secondavis.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
