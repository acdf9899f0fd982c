package org.secondavis.audit;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration implements WebMvcConfigurer {

	/** Numbers of lists only, asked for again and again by an open page. */
	static final String COUNTS = "/admin/compteurs";

	private final WorkspaceTrail trail;

	AuditConfiguration(WorkspaceTrail trail) {
		this.trail = trail;
	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this.trail).addPathPatterns("/admin", "/admin/**").excludePathPatterns(COUNTS);
	}

}
