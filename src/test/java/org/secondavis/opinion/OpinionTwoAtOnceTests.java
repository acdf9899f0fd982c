package org.secondavis.opinion;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.secondavis.ApplicationTest;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffMember;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.Together.atOnce;
import static org.secondavis.request.RequestMother.aRequest;

/**
 * Everything that is done with an opinion, from two browsers at the same moment: one
 * holds, the other is told.
 */
@ApplicationTest
class OpinionTwoAtOnceTests {

	@Autowired
	private OpinionWard ward;

	private StaffMember anne;

	private StaffMember li;

	@BeforeEach
	void employ() {
		this.ward.clear();
		this.anne = this.ward.employ("Anne Martin", Role.DOCTOR);
		this.li = this.ward.employ("Li Wang", Role.DOCTOR);
	}

	@ParameterizedTest
	@CsvSource({ ",/avis,", ",/avis/brouillon,", "DRAFT,/avis,", "DRAFT,/avis/brouillon,", "DRAFT,/avis/relecture,",
			"PROOF_READ,/avis/signature,", "SIGNED,/avis/signature/reprise,", "SIGNED,/avis/remise,", ",/rcp,plan",
			",/rcp,hold", "DELIVERED,/avis/complement,save", "DELIVERED,/avis/complement,sign",
			"DELIVERED,/avis/medecin,answer" })
	void oneHoldsAndTheOtherIsTold(OpinionState state, String path, String action) throws Exception {
		for (int round = 0; round < 3; round++) {
			SecondOpinionRequest request = this.ward.receive(aRequest(), this.anne);
			if (state != null) {
				this.ward.bring(request, this.anne, state);
			}
			List<Integer> told = atOnce(send(request, path, action, this.anne), send(request, path, action, this.li));
			assertThat(told).containsExactlyInAnyOrder(path.endsWith("brouillon") ? 200 : 302, 409);
		}
	}

	private Callable<Integer> send(SecondOpinionRequest request, String path, String action, StaffMember by) {
		Map<String, String> fields = new HashMap<>(Map.of("way", "ONLINE", "addition", "De " + by.name(), "plannedOn",
				LocalDate.now().plusDays(4).toString(), "heldOn", LocalDate.now().minusDays(1).toString(), "roles",
				"SURGEON,RADIOTHERAPIST,PATHOLOGIST", "advice", "De " + by.name()));
		fields.putAll(OpinionWard.complete("COMPLETED"));
		fields.put("trial", "De " + by.name());
		fields.put("patientAgrees", by.equals(this.anne) ? "YES" : "NO");
		fields.put("heard", "CALL");
		if (action != null) {
			fields.put("action", action);
		}
		boolean aboutOpinion = path.startsWith("/avis") && !path.endsWith("complement");
		String seen = aboutOpinion ? this.ward.seen(request) : "";
		return () -> this.ward.send(request, path, by, fields, aboutOpinion ? "revision" : "seen", seen)
			.andReturn()
			.getResponse()
			.getStatus();
	}

}
