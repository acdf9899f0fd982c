/** Writes tables as files for spreadsheets; nothing is stored. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.secondavis.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
