package org.secondavis.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import org.secondavis.clinic.CurrentClinic;

@Configuration(proxyBeanMethods = false)
class WebConfiguration {

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> lastResort(ObjectProvider<CurrentClinic> clinic) {
		// asked for when there is a page to write, not before the database is there
		LastResortPage page = new LastResortPage(() -> clinic.getObject().now());
		return (tomcat) -> tomcat.addContextCustomizers((context) -> context.getParent().getPipeline().addValve(page));
	}

}
