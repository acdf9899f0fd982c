/** How members of staff get in beyond a password: the second factor. */
@NullMarked
@ApplicationModule(allowedDependencies = { "encryption", "staff", "throttle" })
package org.secondavis.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
