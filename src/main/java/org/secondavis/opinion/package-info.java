/**
 * The medical work on a request: the multidisciplinary meeting (RCP), the written opinion
 * and its delivery.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "clinic", "encryption", "pdf", "request", "staff" })
package org.secondavis.opinion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
