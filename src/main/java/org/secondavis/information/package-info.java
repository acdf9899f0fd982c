/** Home and the information pages, written in Markdown. */
@NullMarked
@ApplicationModule(allowedDependencies = { "clinic" })
package org.secondavis.information;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
