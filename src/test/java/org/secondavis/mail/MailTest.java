package org.secondavis.mail;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistrar;

import org.secondavis.TestPostgres;
import org.secondavis.appointment.AppointmentMother;
import org.secondavis.opinion.OpinionMother;

/** The application with a real mail server, and a clock that the test sets. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = { "spring.mail.properties.mail.smtp.timeout=300", "spring.mail.host=127.0.0.1",
		"secondavis.mail.max-attempts=3", "secondavis.mail.retry-after=30s",
		"secondavis.mail.clinic=deuxieme-avis@tilleuls.example,garde@tilleuls.example" })
@ActiveProfiles("test")
@Import({ TestPostgres.class, MailTest.Server.class, AppointmentMother.class, OpinionMother.class })
@interface MailTest {

	@TestConfiguration(proxyBeanMethods = false)
	class Server {

		@Bean(initMethod = "start", destroyMethod = "stop")
		GreenMail greenMail() {
			return new GreenMail(ServerSetupTest.SMTP.dynamicPort());
		}

		@Bean
		DynamicPropertyRegistrar port(GreenMail greenMail) {
			return (properties) -> properties.add("spring.mail.port", greenMail.getSmtp()::getPort);
		}

		@Bean
		MailBench mailBench(JdbcClient jdbc, GreenMail greenMail, JavaMailSenderImpl sender, MutableClock clock) {
			return new MailBench(jdbc, greenMail, sender, clock);
		}

		@Bean
		@Primary
		MutableClock testClock() {
			return new MutableClock();
		}

	}

}
