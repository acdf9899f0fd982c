package org.secondavis;

import org.postgresql.Driver;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

/**
 * Looks at every setting before anything starts: a wrong one is named at once, and not
 * after the database was changed.
 */
class SettingsCheck implements ApplicationListener<ApplicationPreparedEvent> {

	@Override
	public void onApplicationEvent(ApplicationPreparedEvent event) {
		Environment environment = event.getApplicationContext().getEnvironment();
		if (Driver.parseURL(required(environment, "spring.datasource.url"), null) == null) {
			throw new StartUpException(new Setting("spring.datasource.url").wrong());
		}
		required(environment, "spring.mail.host");
		Binder binder = Binder.get(environment);
		binder.bind("spring.mail.port", Integer.class);
		binder.bind("server.port", Integer.class);
		ProviderSettings.check(binder);
		// once the classes are known that our own settings are read into
		event.getApplicationContext().addBeanFactoryPostProcessor((beans) -> checkOurs(beans, binder));
	}

	private static String required(Environment environment, String name) {
		String value = environment.getProperty(name, "");
		if (value.isBlank()) {
			throw new StartUpException(new Setting(name).missing());
		}
		return value;
	}

	private static void checkOurs(ConfigurableListableBeanFactory beans, Binder binder) {
		try (LocalValidatorFactoryBean validator = new LocalValidatorFactoryBean()) {
			validator.afterPropertiesSet();
			for (String name : beans.getBeanNamesForAnnotation(ConfigurationProperties.class)) {
				Class<?> type = beans.getType(name);
				ConfigurationProperties properties = beans.findAnnotationOnBean(name, ConfigurationProperties.class);
				if (type != null && type.isRecord() && properties != null) {
					binder.bindOrCreate(properties.value(), Bindable.of(type), new ValidationBindHandler(validator));
				}
			}
		}
	}

}
