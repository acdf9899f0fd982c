package org.secondavis.document;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Which files patients may send.
 *
 * @param enabled whether they may send any
 * @param maxFileSize how large one may be
 * @param maxRequestSize how large all files of one request may be together
 */
@ConfigurationProperties("secondavis.documents")
@Validated
record DocumentProperties(@DefaultValue("true") boolean enabled,
		@DefaultValue("50MB") @AtLeastOneMegabyte DataSize maxFileSize,
		@DefaultValue("500MB") @AtLeastOneMegabyte DataSize maxRequestSize) {
}
