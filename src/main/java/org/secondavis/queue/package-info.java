/** The requests that wait for staff: lists, filters, chips, counts. */
@NullMarked
@ApplicationModule(allowedDependencies = { "clinic", "csv", "document", "mail", "request", "review", "staff" })
package org.secondavis.queue;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
