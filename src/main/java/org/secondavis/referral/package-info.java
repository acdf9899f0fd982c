/** Where else patients can turn to: the clinic's directory. */
@NullMarked
@ApplicationModule(allowedDependencies = { "clinic", "request", "settings", "staff" })
package org.secondavis.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
