package org.secondavis.web;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whether this is a trial.
 *
 * @param enabled whether pages say so and the trial mailbox is open to everybody
 */
@ConfigurationProperties("secondavis.trial")
record TrialProperties(boolean enabled) {
}
