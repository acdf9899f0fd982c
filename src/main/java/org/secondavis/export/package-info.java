/**
 * What leaves the application as a whole: the sheet of a request for a consultation or a
 * meeting, and the archive for the clinic's own records.
 */
@NullMarked
@ApplicationModule(allowedDependencies = { "appointment", "clinic", "conversation", "document", "encryption", "interop",
		"journal", "opinion", "pdf", "request", "staff" })
package org.secondavis.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
