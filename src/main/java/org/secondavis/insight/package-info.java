/**
 * Figures for staff: how many requests come, how long they take, what becomes of them. It
 * reads what other modules store, counts in the database and changes nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "clinic", "csv" })
package org.secondavis.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
