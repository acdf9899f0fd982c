/** Home, the information pages in Markdown, and the ready letter. */
@NullMarked
@ApplicationModule(allowedDependencies = { "clinic", "intake", "pdf" })
package org.secondavis.information;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
