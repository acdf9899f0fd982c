package org.secondavis.audit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.secondavis.HttpTest;
import org.secondavis.Visitor;
import org.secondavis.Visitor.Page;
import org.secondavis.encryption.Vault;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;
import static org.secondavis.staff.StaffMother.PASSWORD;
import static org.secondavis.staff.StaffMother.aMember;

class TrailControllerTests extends HttpTest {

	private static final String PAGE = "/admin/journal";

	@Autowired
	private TestTrail lines;

	@Autowired
	private Trail trail;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private Requests requests;

	@Autowired
	private Vault vault;

	@Autowired
	private TransactionTemplate transaction;

	private StaffAccount doctor;

	private SecondOpinionRequest request;

	@BeforeEach
	void signIn() {
		this.doctor = this.accounts.save(aMember(Role.DOCTOR));
		this.request = this.requests.save(aRequest().of("Prénomunique", "Nomunique").submit(this.vault));
		Visitor reader = new Visitor(this.port);
		reader.signIn(this.doctor.getEmail(), PASSWORD);
		this.lines.empty();
		reader.get("/admin/demandes/" + this.request.getReference());
		reader.post("/admin/demandes/" + this.request.getReference() + "/prendre-en-charge", "version", "0");
		this.visitor.signIn(this.accounts.save(aMember(Role.ADMIN)).getEmail(), PASSWORD);
	}

	@Test
	void administratorsReadWhoDidWhatToWhatAndNothingElse() {
		Page page = this.visitor.get(PAGE);
		assertThat(page.body())
			.contains(this.doctor.getName(), "Médecin", this.request.getReference().value(), "Ouverture",
					"Formulaire envoyé", "Modification enregistrée", "Prendre en charge", "par mot de passe")
			.doesNotContain("Nomunique", "??");
		assertThat(this.visitor.get(PAGE + "?lang=en").body()).contains("Opened", "by password").doesNotContain("??");
	}

	@Test
	void itIsSearchedByPersonDeedThingReferenceAndDay() {
		assertThat(found("?account=" + this.doctor.getId())).isEqualTo(3);
		assertThat(found("?deed=CHANGE&thing=REQUEST")).isEqualTo(1);
		assertThat(found("?thing=REQUEST&deed=OPEN")).isEqualTo(1);
		assertThat(found("?reference=" + this.request.getReference().value().toLowerCase())).isEqualTo(3);
		assertThat(found("?reference=" + this.request.getReference() + "&account=" + UUID.randomUUID())).isZero();
		LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
		assertThat(found("?thing=REQUEST&firstDay=%s&lastDay=%s".formatted(today.minusDays(1), today.plusDays(1))))
			.isEqualTo(3);
		assertThat(found("?thing=REQUEST&lastDay=" + today.minusDays(1))).isZero();
		assertThat(found("?thing=REQUEST&firstDay=" + today.plusDays(1))).isZero();
		assertThat(found("?thing=REQUEST&deed=nonsense&account=nonsense&avant=nonsense")).isEqualTo(3);
	}

	@Test
	void lookingAtItIsNotedToo() {
		this.visitor.get(PAGE);
		assertThat(found("?thing=TRAIL")).isEqualTo(2);
	}

	@Test
	void anErasedRequestIsNotNamedAnyMore() {
		this.transaction.executeWithoutResult(
				(status) -> this.requests.delete(this.requests.findById(this.request.getId()).orElseThrow()));
		assertThat(this.visitor.get(PAGE).body()).contains("demande effacée", "Effacement")
			.doesNotContain(this.request.getReference().value());
		assertThat(found("?reference=" + this.request.getReference())).isZero();
	}

	@Test
	void whatWasMistypedIsExplainedAndKept() {
		Page page = this.visitor
			.get(PAGE + "?reference=SA-1&firstDay=hier&lastDay=2026-02-30&account=" + this.doctor.getId());
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.body())
			.contains("Cette référence n’existe pas", "Choisissez un jour", "value=\"SA-1\"", "value=\"hier\"",
					"selected=\"selected\"", "<title>Erreur")
			.doesNotContain("??");
		assertThat(this.visitor.get(PAGE + "?firstDay=2026-02-02&lastDay=2026-02-01").status()).isEqualTo(422);
	}

	@Test
	void olderLinesFollowAndNewOnesMoveNothing() {
		IntStream.range(0, 60).forEach((i) -> this.trail.note(Entry.of(null, null, Deed.OPEN, Thing.OTHER, "n" + i)));
		Page first = this.visitor.get(PAGE + "?thing=OTHER");
		assertThat(first.body()).contains(">n59<", ">n10<").doesNotContain(">n9<");
		String next = first.body()
			.replaceAll("(?s).*href=\"(/admin/journal[^\"]*avant=\\d+)\".*", "$1")
			.replace("&amp;", "&");
		this.trail.note(Entry.of(null, null, Deed.OPEN, Thing.OTHER, "n60"));
		Page second = this.visitor.get(next);
		assertThat(second.body()).contains(">n9<", ">n0<").doesNotContain(">n10<", ">n60<");
	}

	@Test
	void theSealIsShownToBeWrittenDown() {
		String page = this.visitor.get(PAGE).body();
		String seal = page.replaceAll("(?s).*>(\\d+:[0-9a-f]{64})<.*", "$1");
		assertThat(this.lines.verify(seal)).startsWith("ok:");
	}

	@ParameterizedTest
	@CsvSource({ "SECRETARIAT", "DOCTOR" })
	void nobodyElseReadsIt(Role role) {
		Visitor member = new Visitor(this.port);
		member.signIn(this.accounts.save(aMember(role)).getEmail(), PASSWORD);
		assertThat(member.get(PAGE).status()).isEqualTo(403);
	}

	private int found(String search) {
		Page page = this.visitor.get(PAGE + search);
		assertThat(page.status()).isEqualTo(200);
		return page.body().split("data-label=\"Action\"", -1).length - 1;
	}

}
