/**
 * How members of staff sign in by a provider of identities: the clinic's own, or Pro
 * Santé Connect. Without one in the settings there is nothing of it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "clinic", "signin", "staff", "throttle" })
package org.secondavis.openid;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
