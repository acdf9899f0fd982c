/**
 * Measures the released jar from outside, as browsers use it; {@code bin/benchmark}
 * starts it. It is no test: nothing here depends on how fast a machine is.
 */
@NullMarked
package org.secondavis.benchmark;

import org.jspecify.annotations.NullMarked;
