/**
 * The doctors who give opinions: what they know, how much they take on, when they are
 * away.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.secondavis.doctor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
