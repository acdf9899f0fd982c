/**
 * How members of staff get in beyond a password: second factor, passkeys, own sign-ins.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "clinic", "encryption", "staff", "throttle" })
package org.secondavis.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
