package org.secondavis.document;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.fileupload.impl.SizeLimitExceededException;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads forms with files as {@link UploadForm}, before anybody asks for a parameter: so
 * that Spring Security finds its token where it always looks.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class UploadFilter extends OncePerRequestFilter {

	private final DocumentProperties properties;

	UploadFilter(DocumentProperties properties) {
		this.properties = properties;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !HttpMethod.POST.matches(request.getMethod())
				|| !StringUtils.startsWithIgnoreCase(request.getContentType(), "multipart/form-data");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		UploadForm form;
		try {
			// Who sends too much is told so, up to twice as much as is possible: a
			// browser reads no answer before it has sent all.
			form = new UploadForm(request, this.properties.maxRequestSize().toBytes() * 2);
		}
		catch (SizeLimitExceededException ex) {
			response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
			return;
		}
		catch (IOException ex) {
			response.sendError(HttpStatus.BAD_REQUEST.value());
			return;
		}
		chain.doFilter(form, response);
		form.readToEnd();
	}

}
