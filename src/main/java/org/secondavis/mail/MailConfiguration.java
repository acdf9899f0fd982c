package org.secondavis.mail;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

@Configuration(proxyBeanMethods = false)
class MailConfiguration {

	/** Finds the text of mails; everything else is left to the resolver of the pages. */
	@Bean
	ClassLoaderTemplateResolver mailTextResolver() {
		ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
		resolver.setPrefix("templates/");
		resolver.setResolvablePatterns(Set.of("mail/*.txt"));
		resolver.setTemplateMode(TemplateMode.TEXT);
		resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
		resolver.setOrder(0);
		return resolver;
	}

	/** An instance that only serves pages, and a test, can leave the outbox to others. */
	@Bean
	@ConditionalOnBooleanProperty(name = "secondavis.mail.dispatch", matchIfMissing = true)
	SchedulingConfigurer dispatching(Dispatcher dispatcher, MailProperties properties) {
		return (schedule) -> schedule.addFixedDelayTask(dispatcher::dispatch, properties.pollInterval());
	}

}
