package org.secondavis.review;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.secondavis.ApplicationTest;
import org.secondavis.document.Availability;
import org.secondavis.document.Paper;
import org.secondavis.document.PaperType;
import org.secondavis.document.Papers;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffMember;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;

/** What counts as seen when a request is opened: what the page shows, and no more. */
@ApplicationTest
class OpeningsTests {

	@Autowired
	private Openings openings;

	@Autowired
	private RequestSheets sheets;

	@Autowired
	private Papers papers;

	@Autowired
	private Desk desk;

	@Autowired
	private JdbcClient jdbc;

	private StaffMember anne;

	private SecondOpinionRequest request;

	@BeforeEach
	void ask() {
		this.desk.clear();
		this.anne = this.desk.employ("Anne Martin", Role.DOCTOR);
		this.request = this.desk.receive(aRequest().submittedAt(Instant.now()));
		Paper paper = new Paper(this.request.getId(), PaperType.IMAGES, Availability.HAVE);
		paper.ask(Instant.now().minusSeconds(60));
		this.papers.saveAll(List.of(paper));
	}

	@Test
	void whatThePatientSaysWhileThePageIsMadeIsStillNew() {
		tell(Availability.NO);
		RequestSheet sheet = this.sheets.of(this.request.getReference());
		tell(Availability.CAN_GET);
		this.openings.open(sheet, this.anne);
		assertThat(seen()).containsExactly(true, false);
		this.openings.open(this.sheets.of(this.request.getReference()), this.anne);
		assertThat(seen()).containsExactly(true, true);
	}

	private void tell(Availability answer) {
		List<Paper> all = this.papers.findByRequestId(this.request.getId());
		all.forEach((paper) -> paper.tell(answer, Instant.now()));
		this.papers.saveAll(all);
	}

	private List<Boolean> seen() {
		return this.jdbc.sql("select seen_at is not null from paper_telling order by told_at")
			.query(Boolean.class)
			.list();
	}

}
