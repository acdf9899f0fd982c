package org.secondavis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/** What an operator reads when a setting is missing or wrong. */
@ExtendWith(OutputCaptureExtension.class)
class SettingsTests {

	private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

	private final Map<String, String> settings = new LinkedHashMap<>(Map.ofEntries(
			Map.entry("spring.datasource.url", "jdbc:postgresql://127.0.0.1:1/nowhere"),
			Map.entry("spring.mail.host", "localhost"), Map.entry("secondavis.base-url", "https://avis.example"),
			Map.entry("secondavis.clinic.name", "Clinique des Tilleuls"),
			Map.entry("secondavis.clinic.phone", "01 99 00 12 34"),
			Map.entry("secondavis.clinic.email", "secretariat@tilleuls.example"),
			Map.entry("secondavis.clinic.address", "12 rue des Tilleuls, 75014 Paris"),
			Map.entry("secondavis.clinic.hours", "de 9 h à 17 h"), Map.entry("secondavis.clinic.price", "150 €"),
			Map.entry("secondavis.mail.from", "ne-pas-repondre@tilleuls.example"),
			Map.entry("secondavis.mail.clinic", "deuxieme-avis@tilleuls.example"),
			Map.entry("secondavis.encryption.keys", "test:" + KEY)));

	@ParameterizedTest
	@ValueSource(strings = { "spring.datasource.url", "spring.mail.host", "secondavis.base-url",
			"secondavis.clinic.name", "secondavis.clinic.phone", "secondavis.clinic.email", "secondavis.clinic.address",
			"secondavis.clinic.hours", "secondavis.clinic.price", "secondavis.mail.from", "secondavis.mail.clinic",
			"secondavis.encryption.keys" })
	void aMissingSettingIsNamed(String setting, CapturedOutput output) {
		this.settings.remove(setting);
		assertStopsWith("The setting %s is missing: set it to ".formatted(setting), output);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			spring.datasource.url              | postgresql://localhost/secondavis
			spring.datasource.url              | jdbc:mysql://localhost/secondavis
			spring.mail.port                   | smtp
			server.port                        | http
			secondavis.base-url                | avis.example
			secondavis.base-url                | https://avis.example/
			secondavis.clinic.name             | ' '
			secondavis.clinic.time-zone        | Europe/Atlantis
			secondavis.clinic.answer-days      | 0
			secondavis.clinic.answer-days      | five
			secondavis.clinic.accent           | blue
			secondavis.clinic.accent           | '#ffd166'
			secondavis.mail.from               | nobody
			secondavis.mail.clinic             | one@tilleuls.example,two
			secondavis.mail.max-attempts       | 0
			secondavis.mail.retry-after        | soon
			secondavis.mail.poll-interval      | 0s
			secondavis.encryption.keys         | without-a-name
			secondavis.encryption.keys         | one:not*base64
			secondavis.encryption.keys         | one:c2hvcnQ=
			secondavis.quick-exit              | javascript:alert(1)
			secondavis.guard.minimum-time      | a while
			secondavis.guard.drafts-per-hour   | 0
			secondavis.guard.requests-per-hour | 0
			secondavis.guard.sum-question      | perhaps
			secondavis.retention.draft         | 0s
			secondavis.staff.sign-in-attempts  | 0
			secondavis.staff.second-factor     | perhaps
			secondavis.appointments.hold-days  | 0
			secondavis.appointments.hold-hour  | 24
			secondavis.appointments.reminder   | 0s
			secondavis.documents.enabled       | perhaps
			secondavis.documents.max-file-size | large
			secondavis.documents.max-file-size | 10KB
			secondavis.documents.max-request-size | 0B
			secondavis.documents.uploads-per-hour | 0
			secondavis.documents.store         | cellar
			secondavis.scanner.address         | clamd
			""")
	void aWrongSettingIsNamed(String setting, String value, CapturedOutput output) {
		this.settings.put(setting, value);
		assertStopsWith("The setting " + setting, output);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			registration.clinic.client-id | registration.clinic.client-id is missing: set it to the name by which
			registration.clinic.scope     | registration.clinic.scope is missing: set it to what the provider is asked
			provider.clinic.issuer-uri    | provider.clinic.issuer-uri is missing: set it to what the provider
			""")
	void whatIsMissingOfAProviderOfIdentitiesIsNamed(String setting, String sentence, CapturedOutput output) {
		nameAProvider();
		this.settings.remove("spring.security.oauth2.client." + setting);
		assertStopsWith("The setting spring.security.oauth2.client." + sentence, output);
	}

	@ParameterizedTest
	@CsvSource({ "registration.clinic.scope, profile", "registration.clinic.client-authentication-method, password",
			"registration.clinic.authorization-grant-type, password", "provider.clinic.issuer-uri, id.example" })
	void aWrongSettingOfAProviderOfIdentitiesIsNamed(String setting, String value, CapturedOutput output) {
		nameAProvider();
		this.settings.put("spring.security.oauth2.client." + setting, value);
		assertStopsWith("The setting spring.security.oauth2.client.%s is not right: ".formatted(setting), output);
	}

	@Test
	void aProviderThatDoesNotTellOfItselfNeedsAllAddresses(CapturedOutput output) {
		nameAProvider();
		this.settings.remove("spring.security.oauth2.client.provider.clinic.issuer-uri");
		this.settings.put("spring.security.oauth2.client.provider.clinic.authorization-uri", "https://id.example/auth");
		this.settings.put("spring.security.oauth2.client.provider.clinic.token-uri", "https://id.example/token");
		assertStopsWith("The setting spring.security.oauth2.client.provider.clinic.jwk-set-uri is missing: ", output);
	}

	private void nameAProvider() {
		this.settings.putAll(Map.of("spring.security.oauth2.client.registration.clinic.client-id", "second-avis",
				"spring.security.oauth2.client.registration.clinic.scope", "openid,email",
				"spring.security.oauth2.client.provider.clinic.issuer-uri", "https://id.example/realms/clinic"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "endpoint", "bucket", "access-key", "secret-key" })
	void aBucketNeedsAllThatOpensIt(String setting, CapturedOutput output) {
		nameABucket();
		this.settings.remove("secondavis.documents.s3." + setting);
		assertStopsWith("The setting secondavis.documents.s3.%s is missing: set it to ".formatted(setting), output);
	}

	@ParameterizedTest
	@CsvSource({ "endpoint, s3.example.org", "endpoint, https://s3.example.org/files", "bucket, Not A Bucket",
			"region, Paris!", "path-style, perhaps" })
	void aWrongSettingOfABucketIsNamed(String setting, String value, CapturedOutput output) {
		nameABucket();
		this.settings.put("secondavis.documents.s3." + setting, value);
		assertStopsWith("The setting secondavis.documents.s3.%s is not right: ".formatted(setting), output);
	}

	private void nameABucket() {
		this.settings.putAll(Map.of("secondavis.documents.s3.endpoint", "https://s3.example",
				"secondavis.documents.s3.bucket", "files", "secondavis.documents.s3.access-key", "key",
				"secondavis.documents.s3.secret-key", "secret"));
	}

	@Test
	void aStoreInABucketThatIsNotNamedIsMissing(CapturedOutput output) {
		this.settings.put("secondavis.documents.store", "s3");
		assertStopsWith("The setting secondavis.documents.s3.", output);
	}

	@Test
	void twoKeysOfTheSameNameAreRefusedAndNotRepeated(CapturedOutput output) {
		this.settings.put("secondavis.encryption.keys", "one:%1$s,one:%1$s".formatted(KEY));
		assertStopsWith("The setting secondavis.encryption.keys is not right, two keys have the same name", output);
		assertThat(output).doesNotContain(KEY);
	}

	@Test
	void theReadmeTellsOfEverySettingAndOfNoOther() throws IOException {
		Properties known = PropertiesLoaderUtils
			.loadProperties(new ClassPathResource("settings.properties", Setting.class));
		Set<String> told = Pattern.compile("`(secondavis\\.[\\w.-]+[\\w])`")
			.matcher(Files.readString(Path.of("README.md")))
			.results()
			.map((name) -> name.group(1))
			.filter((name) -> !name.startsWith("secondavis.trial."))
			.collect(Collectors.toSet());
		assertThat(told).containsExactlyInAnyOrderElementsOf(
				known.stringPropertyNames().stream().filter((name) -> name.startsWith("secondavis.")).toList());
	}

	private void assertStopsWith(String start, CapturedOutput output) {
		List<String> arguments = new ArrayList<>();
		this.settings.forEach((name, value) -> arguments.add("--" + name + "=" + value));
		SpringApplication application = new SpringApplication(OnlySettings.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application.addListeners(new SettingsCheck());
		assertThatException().isThrownBy(() -> application.run(arguments.toArray(String[]::new)));
		assertThat(output.getAll().lines().filter((line) -> line.contains("ERROR"))).singleElement()
			.asString()
			.contains(start)
			.endsWith(".");
		assertThat(output).doesNotContain("\tat ");
	}

	@Configuration(proxyBeanMethods = false)
	@ConfigurationPropertiesScan(basePackageClasses = SecondAvisApplication.class)
	static class OnlySettings {

	}

}
