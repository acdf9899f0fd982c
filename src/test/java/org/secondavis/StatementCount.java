package org.secondavis;

import javax.sql.DataSource;

import net.ttddyy.dsproxy.QueryCountHolder;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Counts the SQL statements that a piece of work costs, session and all:
 * {@code StatementCount.of(() -> …)}. Only what runs in the caller's thread counts.
 */
@TestConfiguration(proxyBeanMethods = false)
public class StatementCount {

	/** How many statements the work sends to the database. */
	public static long of(Work work) throws Exception {
		QueryCountHolder.clear();
		work.run();
		return QueryCountHolder.getGrandTotal().getTotal();
	}

	@Bean
	static BeanPostProcessor countingDataSource() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof DataSource source) ? ProxyDataSourceBuilder.create(source).countQuery().build()
						: bean;
			}

		};
	}

	/** Something that may fail. */
	public interface Work {

		void run() throws Exception;

	}

}
