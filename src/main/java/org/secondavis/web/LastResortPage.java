package org.secondavis.web;

import java.io.IOException;
import java.io.Writer;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.HtmlUtils;

import org.secondavis.clinic.Clinic;
import org.secondavis.clinic.CurrentClinic;

/**
 * What Tomcat shows when a request was too broken to reach our pages, or our error page
 * failed itself: both languages, since nothing is known of the reader.
 */
class LastResortPage extends ErrorReportValve {

	private static final String PAGE = """
			<!DOCTYPE html>
			<html lang="fr">
			<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
			<meta name="robots" content="noindex"><title>%1$s</title></head>
			<body>
			<h1>Nous n’avons pas pu afficher cette page</h1>
			<p>Revenez en arrière et réessayez, ou téléphonez-nous\u00a0: <a href="%3$s">%2$s</a>.</p>
			<div lang="en">
			<h2>We could not show this page</h2>
			<p>Go back and try again, or call us: <a href="%3$s">%2$s</a>.</p>
			</div>
			<p>%1$s</p>
			</body>
			</html>
			""";

	private final CurrentClinic clinic;

	LastResortPage(CurrentClinic clinic) {
		this.clinic = clinic;
	}

	@Override
	protected void report(Request request, Response response, @Nullable Throwable failure) {
		if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		try {
			response.setContentType("text/html");
			response.setCharacterEncoding("UTF-8");
			response.setHeader("Content-Security-Policy", SecurityConfiguration.CONTENT_POLICY);
			response.setHeader("Cache-Control", "no-store");
			Writer writer = response.getReporter();
			if (writer != null) {
				writer.write(page(this.clinic.now()));
				response.finishResponse();
			}
		}
		catch (IOException ex) {
			this.container.getLogger().debug("The reader has gone");
		}
	}

	private static String page(Clinic clinic) {
		return PAGE.formatted(HtmlUtils.htmlEscape(clinic.name()), HtmlUtils.htmlEscape(clinic.phone()),
				HtmlUtils.htmlEscape(clinic.phoneUri()));
	}

}
