package org.secondavis.document;

import java.time.Duration;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

@Configuration(proxyBeanMethods = false)
class DocumentConfiguration {

	private static final Duration POLL_INTERVAL = Duration.ofSeconds(5);

	@Bean
	SchedulingConfigurer scanningForViruses(Scanning scanning, ScannerProperties scanner) {
		return (schedule) -> {
			if (scanner.present()) {
				schedule.addFixedDelayTask(scanning::scan, POLL_INTERVAL);
			}
		};
	}

}
