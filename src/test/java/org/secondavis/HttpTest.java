package org.secondavis;

import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole application behind its HTTP port, and a new visitor for each test. */
@ApplicationTest
public abstract class HttpTest {

	@LocalServerPort
	protected int port;

	protected Visitor visitor;

	/** Whoever arrives is a stranger, who has not tried anything too often. */
	@BeforeEach
	void arrive(@Autowired JdbcClient database) {
		database.sql("truncate throttle").update();
		this.visitor = new Visitor(this.port);
	}

}
