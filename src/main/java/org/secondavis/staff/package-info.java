/** The clinic's accounts: sign-in, roles, one-time links. */
@NullMarked
@ApplicationModule(allowedDependencies = { "clinic", "encryption", "throttle" })
package org.secondavis.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
