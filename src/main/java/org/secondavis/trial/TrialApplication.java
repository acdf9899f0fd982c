package org.secondavis.trial;

import org.secondavis.SecondAvisApplication;

import org.springframework.boot.SpringApplication;

/**
 * Starts Second Avis on a machine that has a JDK and nothing else. With
 * {@code spring.datasource.url} set it is the plain application.
 */
public final class TrialApplication {

	private TrialApplication() {
	}

	public static void main(String[] args) {
		SpringApplication application = SecondAvisApplication.application();
		application.addListeners(new Trial());
		application.run(args);
	}

}
