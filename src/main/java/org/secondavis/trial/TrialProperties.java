package org.secondavis.trial;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where a trial keeps things.
 *
 * @param data the folder of the database, the keys and the mails
 */
@TrialOnly
@ConfigurationProperties("secondavis.trial")
record TrialProperties(Path data) {

	/** The mails, a file each. */
	MailFolder mails() {
		return new MailFolder(this.data.resolve("mails"));
	}

}
