package org.secondavis.document;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An S3-compatible server and a bucket on it.
 *
 * @param endpoint its address, such as {@code https://s3.example.org}
 * @param region its region; servers that have none take any
 * @param bucket the bucket, which has to exist
 * @param accessKey the name of the key that may use the bucket
 * @param secretKey the key itself
 * @param pathStyle whether the bucket stands in the path of addresses, rather than in the
 * server's name
 */
record S3Properties(@NotBlank @Pattern(regexp = "|https?://[^\\s/?#]+") String endpoint,
		@DefaultValue("us-east-1") @Pattern(regexp = "[a-z0-9-]+") String region,
		@NotBlank @Pattern(regexp = "|[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]") String bucket, @NotBlank String accessKey,
		@NotBlank String secretKey, @DefaultValue("true") boolean pathStyle) {

	/** Nothing of what is needed. */
	static final S3Properties MISSING = new S3Properties("", "us-east-1", "", "", "", true);

	@Override
	public String toString() {
		return "S3Properties[%s, %s]".formatted(this.endpoint, this.bucket);
	}

}
