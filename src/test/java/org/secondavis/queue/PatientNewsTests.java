package org.secondavis.queue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.secondavis.ApplicationTest;
import org.secondavis.document.Availability;
import org.secondavis.document.Paper;
import org.secondavis.document.PaperType;
import org.secondavis.document.Papers;
import org.secondavis.opinion.OpinionMother;
import org.secondavis.opinion.Outcome;
import org.secondavis.opinion.PatientOpinions;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.review.Desk;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffMember;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** What patients say in the meantime comes to the top of the work lists by itself. */
@ApplicationTest
class PatientNewsTests {

	@Autowired
	private Queue queue;

	@Autowired
	private WorkListsAdvice lists;

	@Autowired
	private DailyWork work;

	@Autowired
	private Papers papers;

	@Autowired
	private OpinionMother opinions;

	@Autowired
	private PatientOpinions patient;

	@Autowired
	private Desk desk;

	@Autowired
	private MockMvc mvc;

	private StaffMember anne;

	private StaffMember li;

	@BeforeEach
	void employ() {
		this.desk.clear();
		this.anne = this.desk.employ("Anne Martin", Role.DOCTOR);
		this.li = this.desk.employ("Li Wang", Role.DOCTOR);
	}

	@Test
	void aQuestionAboutTheOpinionIsWorkOfItsDoctorUntilItIsAnswered() {
		SecondOpinionRequest delivered = delivered(this.anne);
		delivered(this.anne);
		SecondOpinionRequest inReview = received();
		assertThat(references(mine(this.anne))).isEmpty();
		this.patient.ask(delivered.getReference(), 1, "Et si j’attends ?");
		QueuePage page = mine(this.anne);
		assertThat(references(page)).containsExactly(of(delivered));
		assertThat(page.rows().get(0).question()).isTrue();
		assertThat(page.total()).isOne();
		assertThat(references(mine(this.li))).isEmpty();
		assertThat(references(find("", ""))).containsExactly(of(delivered), of(inReview));
		assertThat(references(find("DELIVERED", ""))).hasSize(2).startsWith(of(delivered));
		counts(2, 1, 1);
		this.opinions.adds(delivered.getId(), 1, "Rien ne change.");
		assertThat(references(mine(this.anne))).isEmpty();
		assertThat(references(find("", ""))).containsExactly(of(inReview));
		counts(1, 0, 1);
	}

	@Test
	void anAnswerAboutAPaperStandsOutUntilSomebodyOpensTheRequest() throws Exception {
		SecondOpinionRequest asked = received();
		SecondOpinionRequest newer = this.desk.receive(aRequest().submittedAt(Instant.now()));
		Paper paper = new Paper(asked.getId(), PaperType.IMAGES, Availability.CAN_GET);
		paper.ask(Instant.now().minusSeconds(60));
		this.papers.saveAll(List.of(paper));
		assertThat(references(find("", ""))).containsExactly(of(newer), of(asked));
		tell(asked, Availability.NO);
		QueuePage page = find("", "");
		assertThat(references(page)).containsExactly(of(asked), of(newer));
		assertThat(page.rows()).extracting(QueueRow::reply).containsExactly(true, false);
		assertThat(references(find("", "reply"))).containsExactly(of(asked));
		assertThat(this.work.ofClinic().written()).isOne();
		assertThat(open("/admin")).contains("Réponse du patient pour un papier").doesNotContain("??");
		assertThat(open("/admin/export.csv")).contains("Réponse du patient pour un papier");
		open("/admin/demandes/" + of(asked));
		assertThat(find("", "").rows()).extracting(QueueRow::reply).containsOnly(false);
		tell(asked, Availability.CAN_GET);
		assertThat(references(find("", "reply"))).containsExactly(of(asked));
	}

	private void counts(int open, int mine, int unassigned) {
		for (WorkLists counted : List.of(this.lists.count(this.anne), mine(this.anne).lists())) {
			assertThat(List.of(counted.open(), counted.mine(), counted.unassigned())).containsExactly((long) open,
					(long) mine, (long) unassigned);
		}
		assertThat(this.work.ofClinic().open()).isEqualTo(open);
		assertThat(this.work.ofDoctor(this.anne.id()).written()).isEqualTo(mine);
	}

	private SecondOpinionRequest delivered(StaffMember doctor) {
		SecondOpinionRequest request = received();
		this.opinions.delivers(request.getId(), Outcome.CONFIRMED);
		this.desk.assign(request, doctor);
		return request;
	}

	private SecondOpinionRequest received() {
		return this.desk.receive(aRequest().submittedAt(Instant.now().minus(2, ChronoUnit.HOURS)));
	}

	private void tell(SecondOpinionRequest request, Availability answer) {
		List<Paper> all = this.papers.findByRequestId(request.getId());
		all.forEach((paper) -> paper.tell(answer, Instant.now()));
		this.papers.saveAll(all);
	}

	private QueuePage mine(StaffMember me) {
		return this.queue.find(QueueFilter.of(new QueueParameters(null, null, "me", null, null, null, null, null, null),
				me.id(), accounts()));
	}

	private QueuePage find(String status, String flag) {
		return this.queue
			.find(QueueFilter.of(new QueueParameters(status, null, null, flag, null, null, null, null, null),
					this.anne.id(), accounts()));
	}

	private List<UUID> accounts() {
		return List.of(this.anne.id(), this.li.id());
	}

	private String open(String path) throws Exception {
		return this.mvc.perform(get(path).with(user(this.anne)).locale(Locale.FRENCH))
			.andReturn()
			.getResponse()
			.getContentAsString(StandardCharsets.UTF_8);
	}

	private static List<String> references(QueuePage page) {
		return page.rows().stream().map(QueueRow::reference).toList();
	}

	private static String of(SecondOpinionRequest request) {
		return request.getReference().value();
	}

}
