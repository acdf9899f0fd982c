package org.secondavis.document;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

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
 * @param uploadsPerHour how often one network may send files in an hour
 * @param store where new ones are kept; each is read where it lies
 * @param s3 the bucket, if there is one
 */
@ConfigurationProperties("secondavis.documents")
@Validated
record DocumentProperties(@DefaultValue("true") boolean enabled,
		@DefaultValue("50MB") @AtLeastOneMegabyte DataSize maxFileSize,
		@DefaultValue("500MB") @AtLeastOneMegabyte DataSize maxRequestSize,
		@DefaultValue("200") @Positive int uploadsPerHour, @DefaultValue("database") Store store,
		@Valid @Nullable S3Properties s3) {

	DocumentProperties {
		// a missing bucket is told by the names of its settings
		s3 = (s3 == null && store == Store.S3) ? S3Properties.MISSING : s3;
	}

}
