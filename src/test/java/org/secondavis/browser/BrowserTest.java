package org.secondavis.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;
import org.secondavis.TestPostgres;
import org.secondavis.document.TestFiles;
import org.secondavis.openid.TestProvider;
import org.secondavis.opinion.OpinionMother;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/**
 * A test that uses the whole application through a real browser. All such tests share one
 * application, database and mail server.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "secondavis.guard.requests-per-hour=100000", "secondavis.mail.dispatch=true",
				"secondavis.mail.poll-interval=200ms" })
@ActiveProfiles("test")
@Import({ TestPostgres.class, TestMailServer.class, TestStaff.class, TestFiles.class, OpinionMother.class,
		TestProvider.class })
@ExtendWith(Chromium.class)
@interface BrowserTest {

}
