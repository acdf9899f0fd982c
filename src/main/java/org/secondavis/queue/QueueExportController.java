package org.secondavis.queue;

import java.io.IOException;
import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;

import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.StaffMember;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Hands staff the list that they see, as a table for a spreadsheet. */
@Controller
class QueueExportController {

	private final QueueExport export;

	private final StaffAccounts accounts;

	QueueExportController(QueueExport export, StaffAccounts accounts) {
		this.export = export;
		this.accounts = accounts;
	}

	@GetMapping("/admin/export.csv")
	void export(QueueParameters parameters, @AuthenticationPrincipal StaffMember me, Locale language,
			HttpServletResponse response) throws IOException {
		QueueFilter filter = QueueFilter.of(parameters, me.id(),
				this.accounts.findAllByOrderByName().stream().map(StaffAccount::getId).toList());
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename("demandes.csv").build().toString());
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
		this.export.write(filter, response.getOutputStream(), language);
	}

}
