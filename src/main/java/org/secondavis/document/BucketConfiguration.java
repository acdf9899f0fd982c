package org.secondavis.document;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** What there is only with a bucket, even if new files go to the database again. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("secondavis.documents.s3.bucket")
class BucketConfiguration {

	private static final Duration CONNECT = Duration.ofSeconds(5);

	/** Between two signs of life. */
	private static final Duration SILENCE = Duration.ofSeconds(20);

	private static final Duration ATTEMPT = Duration.ofSeconds(60);

	private static final Duration ALL_ATTEMPTS = Duration.ofMinutes(2);

	private static final Duration POLL_INTERVAL = Duration.ofSeconds(10);

	@Bean
	S3Client s3(DocumentProperties properties) {
		S3Properties settings = Objects.requireNonNull(properties.s3());
		return S3Client.builder()
			.httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SILENCE))
			.overrideConfiguration((calls) -> calls.apiCallAttemptTimeout(ATTEMPT).apiCallTimeout(ALL_ATTEMPTS))
			.endpointOverride(URI.create(settings.endpoint()))
			.region(Region.of(settings.region()))
			.credentialsProvider(StaticCredentialsProvider
				.create(AwsBasicCredentials.create(settings.accessKey(), settings.secretKey())))
			.forcePathStyle(settings.pathStyle())
			// sealed content shows each change itself; not all servers know these sums
			.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
			.responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
			.serviceConfiguration((s3) -> s3.chunkedEncodingEnabled(false))
			.build();
	}

	@Bean
	S3Store s3Store(S3Client s3, DocumentProperties properties) {
		return new S3Store(s3, Objects.requireNonNull(properties.s3()).bucket());
	}

	@Bean
	RemovedFiles removedFiles(S3Store store, JdbcClient jdbc, Clock clock) {
		return new RemovedFiles(store, jdbc, clock);
	}

	@Bean
	SchedulingConfigurer removingFromTheBucket(RemovedFiles removed) {
		return (schedule) -> schedule.addFixedDelayTask(removed::remove, POLL_INTERVAL);
	}

}
