/** Writes a request as FHIR R4, so that the clinic's other systems can take it in. */
@NullMarked
@ApplicationModule(
		allowedDependencies = { "appointment", "clinic", "document", "encryption", "opinion", "request", "staff" })
package org.secondavis.interop;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
