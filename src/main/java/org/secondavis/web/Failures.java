package org.secondavis.web;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.InvalidPropertyException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns what no controller foresaw into a status, after Spring's own resolvers. It is
 * logged without messages, since these may repeat what a person typed.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class Failures implements HandlerExceptionResolver {

	private static final Log log = LogFactory.getLog(Failures.class);

	/** Connection lost, no resources, stopped by an operator, system error. */
	private static final Set<String> OUTAGES = Set.of("08", "53", "57", "58");

	@Override
	public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response,
			@Nullable Object handler, Exception ex) {
		if (ex instanceof AccessDeniedException || ex instanceof AuthenticationException || response.isCommitted()) {
			return null;
		}
		HttpStatus status = log(ex);
		try {
			response.sendError(status.value());
			return new ModelAndView();
		}
		catch (IOException failure) {
			return null;
		}
	}

	/** Logs what it was, and says which status fits. */
	static HttpStatus log(Throwable failure) {
		HttpStatus status = statusOf(failure);
		if (status == HttpStatus.SERVICE_UNAVAILABLE) {
			log.warn("The database does not answer");
		}
		else if (status.is5xxServerError()) {
			log.error("A request failed", withoutMessages(failure));
		}
		return status;
	}

	/** The status that fits; Tomcat knows why parameters could not be read. */
	private static HttpStatus statusOf(Throwable failure) {
		for (Throwable ex = failure; ex != null; ex = ex.getCause()) {
			if (ex instanceof InvalidParameterException broken) {
				return HttpStatus.valueOf(broken.getErrorCode());
			}
			// no browser sends such names of fields
			if (ex instanceof InvalidPropertyException) {
				return HttpStatus.BAD_REQUEST;
			}
			if (ex instanceof OptimisticLockingFailureException) {
				return HttpStatus.CONFLICT;
			}
			if (isOutage(ex)) {
				return HttpStatus.SERVICE_UNAVAILABLE;
			}
		}
		return HttpStatus.INTERNAL_SERVER_ERROR;
	}

	private static boolean isOutage(Throwable ex) {
		return ex instanceof DataAccessResourceFailureException || ex instanceof CannotCreateTransactionException
				|| ex instanceof SQLTransientConnectionException
				|| (ex instanceof SQLException sql && sql.getSQLState() != null && sql.getSQLState().length() == 5
						&& OUTAGES.contains(sql.getSQLState().substring(0, 2)));
	}

	private static Throwable withoutMessages(Throwable ex) {
		Throwable cause = (ex.getCause() != null) ? withoutMessages(ex.getCause()) : null;
		Throwable copy = new Throwable(ex.getClass().getName(), cause);
		copy.setStackTrace(ex.getStackTrace());
		return copy;
	}

}
