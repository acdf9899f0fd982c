package org.secondavis;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Second Avis. Each package below this one is a business module. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@Modulithic(systemName = "Second Avis")
public class SecondAvisApplication {

	public static void main(String[] args) {
		application().run(args);
	}

	/** The application before it runs; it looks at every setting before anything else. */
	public static SpringApplication application() {
		SpringApplication application = new SpringApplication(SecondAvisApplication.class);
		application.addListeners(new SettingsCheck());
		return application;
	}

}
