/** Keeps what concerns health unreadable at rest, and makes secret tokens. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.secondavis.encryption;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
