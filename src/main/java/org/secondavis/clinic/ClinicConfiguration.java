package org.secondavis.clinic;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ClinicConfiguration {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
