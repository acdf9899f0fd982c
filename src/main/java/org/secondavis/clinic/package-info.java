/** The clinic's own facts (name, phone, hours, price) and its calendar. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.secondavis.clinic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
