package org.secondavis.clinic;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class PublicAddressTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
		.withUserConfiguration(Enabled.class);

	@ParameterizedTest
	@ValueSource(strings = { "https://avis.example", "http://localhost:8080", "https://clinique.example/avis" })
	void leadsToAPage(String url) {
		this.application.withPropertyValues("secondavis.base-url=" + url)
			.run((context) -> assertThat(context.getBean(PublicAddress.class).link("/demande"))
				.isEqualTo(url + "/demande"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "avis.example", "ftp://avis.example", "https://", "https://avis.example/",
			"https://avis.example/avis/", "https://avis.example?a=b", "https://avis .example" })
	void anythingElseStopsTheStart(String url) {
		this.application.withPropertyValues("secondavis.base-url=" + url)
			.run((context) -> assertThat(context).hasFailed());
	}

	@Test
	void soDoesItsLack() {
		this.application.run((context) -> assertThat(context).hasFailed());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableConfigurationProperties(PublicAddress.class)
	static class Enabled {

	}

}
