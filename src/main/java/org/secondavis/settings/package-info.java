/** What a clinic changes in its pages, and the history of these changes. */
@NullMarked
@ApplicationModule(allowedDependencies = { "clinic", "staff" })
package org.secondavis.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
