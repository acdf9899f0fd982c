package org.secondavis.mail;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class MailPropertiesTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
		.withUserConfiguration(Enabled.class)
		.withPropertyValues("secondavis.mail.from=secretariat@tilleuls.example",
				"secondavis.mail.clinic=un@tilleuls.example,deux@tilleuls.example");

	@Test
	void onlyTheAddressesMustBeGiven() {
		this.application
			.run((context) -> assertThat(context.getBean(MailProperties.class)).isEqualTo(new MailProperties(
					"secretariat@tilleuls.example", List.of("un@tilleuls.example", "deux@tilleuls.example"), 12,
					Duration.ofSeconds(30), LocalTime.of(7, 30), Duration.ofSeconds(5))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "secondavis.mail.from=", "secondavis.mail.from=tilleuls.example",
			"secondavis.mail.clinic=", "secondavis.mail.clinic=un@tilleuls.example,deux",
			"secondavis.mail.max-attempts=0", "secondavis.mail.retry-after=0s", "secondavis.mail.poll-interval=-5s" })
	void aWrongSettingStopsTheStart(String setting) {
		this.application.withPropertyValues(setting).run((context) -> assertThat(context).hasFailed());
	}

	@ParameterizedTest
	@CsvSource({ "1, 30", "2, 60", "3, 120", "10, 15360", "11, 21600", "12, 21600", "1000, 21600" })
	void theWaitDoublesUntilSixHours(int failures, long seconds) {
		assertThat(from("secretariat@tilleuls.example").waitAfter(failures)).isBetween(Duration.ofMillis(seconds * 750),
				Duration.ofMillis(seconds * 1250));
	}

	@ParameterizedTest
	@CsvSource({ "ne-pas-repondre@a.example, true", "nepasrepondre@a.example, true", "no-reply@a.example, true",
			"NoReply@a.example, true", "do-not-reply@a.example, true", "secretariat@a.example, false",
			"accueil@no-reply.example, false" })
	void knowsAnAddressToWhichNobodyShouldReply(String from, boolean noReply) {
		assertThat(from(from).noReply()).isEqualTo(noReply);
	}

	private static MailProperties from(String address) {
		return new MailProperties(address, List.of("un@tilleuls.example"), 12, Duration.ofSeconds(30), LocalTime.NOON,
				Duration.ofSeconds(5));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(MailProperties.class)
	static class Enabled {

	}

}
