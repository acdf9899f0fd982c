package org.secondavis.mail;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.config.ScheduledTaskHolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

class MailConfigurationTests {

	private final Dispatcher dispatcher = mock(Dispatcher.class);

	private final MailProperties properties = new MailProperties("a@tilleuls.example", List.of("b@tilleuls.example"),
			12, Duration.ofSeconds(30), LocalTime.NOON, Duration.ofMillis(10));

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withBean(Dispatcher.class, () -> this.dispatcher)
		.withBean(MailProperties.class, () -> this.properties)
		.withUserConfiguration(Scheduling.class, MailConfiguration.class);

	@Test
	void theOutboxIsLookedAtAgainAndAgain() {
		this.application.run((context) -> verify(this.dispatcher, timeout(5000).atLeast(3)).dispatch());
	}

	@Test
	void anInstanceCanLeaveItToOthers() {
		this.application.withPropertyValues("secondavis.mail.dispatch=false")
			.run((context) -> assertThat(context.getBean(ScheduledTaskHolder.class).getScheduledTasks()).isEmpty());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableScheduling
	static class Scheduling {

	}

}
