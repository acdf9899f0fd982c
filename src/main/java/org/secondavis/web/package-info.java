/** Security rules by path, headers, error pages, language, layouts. */
@NullMarked
@ApplicationModule(allowedDependencies = { "clinic", "openid", "signin", "staff" })
package org.secondavis.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
