/** Writes pages as PDF documents that can be read aloud. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.secondavis.pdf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
