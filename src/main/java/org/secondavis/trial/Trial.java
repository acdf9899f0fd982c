package org.secondavis.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.secondavis.StartUpException;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.SpringApplicationEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.ResourcePropertySource;

/**
 * Puts a database, a mail server, a key and a made-up clinic beneath the application when
 * no database is named. Everything it sets comes last, so that any setting of the user
 * wins.
 */
class Trial implements ApplicationListener<SpringApplicationEvent>, Ordered {

	private static final Log logger = LogFactory.getLog(Trial.class);

	private final Deque<Runnable> stops = new ConcurrentLinkedDeque<>();

	@Override
	public void onApplicationEvent(SpringApplicationEvent event) {
		if (event instanceof ApplicationEnvironmentPreparedEvent prepared) {
			prepare(prepared.getEnvironment());
		}
		else if (event instanceof ApplicationReadyEvent ready) {
			welcome(ready.getApplicationContext().getEnvironment());
		}
		else if (event instanceof ApplicationFailedEvent) {
			stop();
		}
	}

	/** After the settings were read. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	private void prepare(ConfigurableEnvironment environment) {
		if (!environment.containsProperty("spring.datasource.url")) {
			environment.getPropertySources().addLast(madeUpClinic());
			DataFolder data = DataFolder.open(Path.of(environment.getRequiredProperty("secondavis.trial.data")));
			this.stops.push(data::close);
			requireFreePort(environment);
			environment.getPropertySources().addLast(new MapPropertySource("trial servers", start(data)));
		}
	}

	private Map<String, Object> start(DataFolder data) {
		SpringApplication.getShutdownHandlers().add(this::stop);
		String key = "trial:" + data.secret("encryption.key");
		PostgresServer postgres = PostgresServer.start(data);
		this.stops.push(postgres::stop);
		MailSink mails = MailSink.start(data.mails());
		this.stops.push(mails::stop);
		return Map.of("spring.datasource.url", postgres.url(), "spring.datasource.username", PostgresServer.USER,
				"spring.datasource.password", postgres.password(), "spring.mail.host", MailSink.HOST,
				"spring.mail.port", mails.port(), "secondavis.encryption.keys", key);
	}

	private void welcome(Environment environment) {
		if (!this.stops.isEmpty()) {
			logger.info("The trial is ready at %1$s, its mails at %1$s/essai/courriers. Ctrl+C ends it."
				.formatted(environment.getProperty("secondavis.base-url")));
		}
	}

	/**
	 * Runs after the application has closed its connections, or when it failed to start.
	 */
	private void stop() {
		for (Runnable stop = this.stops.poll(); stop != null; stop = this.stops.poll()) {
			stop.run();
		}
	}

	private static ResourcePropertySource madeUpClinic() {
		try {
			return new ResourcePropertySource("trial clinic", new EncodedResource(
					new ClassPathResource("trial.properties", Trial.class), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void requireFreePort(ConfigurableEnvironment environment) {
		int port = Binder.get(environment).bind("server.port", Integer.class).orElse(8080);
		try (ServerSocket socket = new ServerSocket(port, 1,
				InetAddress.getByName(environment.getProperty("server.address")))) {
			socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new StartUpException(("Port %d is in use: stop the other program, or start with "
					+ "./mvnw spring-boot:run -Dspring-boot.run.arguments=--server.port=%d")
				.formatted(port, port + 1), ex);
		}
	}

}
