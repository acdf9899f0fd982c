package org.secondavis;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;

/** Whatever helps tests, of all modules: with it, most tests share one application. */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan(useDefaultFilters = false, includeFilters = @Filter(TestComponent.class),
		excludeFilters = @Filter(TestConfiguration.class))
class TestHelpers {

}
