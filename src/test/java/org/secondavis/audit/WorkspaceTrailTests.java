package org.secondavis.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.secondavis.HttpTest;
import org.secondavis.Visitor;
import org.secondavis.Visitor.Page;
import org.secondavis.document.FileMother;
import org.secondavis.document.TestFiles;
import org.secondavis.encryption.Vault;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;
import static org.secondavis.staff.StaffMother.PASSWORD;
import static org.secondavis.staff.StaffMother.aMember;

/** What the trail holds of what staff do. */
class WorkspaceTrailTests extends HttpTest {

	@Autowired
	private TestTrail lines;

	@Autowired
	private TestFiles files;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private Requests requests;

	@Autowired
	private Vault vault;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	private StaffAccount anne;

	private SecondOpinionRequest request;

	private String page;

	@BeforeEach
	void signIn() {
		this.anne = this.accounts.save(aMember(Role.DOCTOR));
		this.request = this.requests.save(aRequest().of("Prénomunique", "Nomunique").submit(this.vault));
		this.page = "/admin/demandes/" + this.request.getReference();
		this.visitor.signIn(this.anne.getEmail(), PASSWORD);
		this.lines.empty();
	}

	/** Whoever adds a page names its addresses in {@link Thing}. */
	@Test
	void everyAddressOfTheWorkspaceBelongsToAThing() {
		List<String> patterns = this.mappings.getHandlerMethods()
			.keySet()
			.stream()
			.flatMap((mapping) -> mapping.getPatternValues().stream())
			.filter((pattern) -> pattern.startsWith("/admin") && !pattern.equals(AuditConfiguration.COUNTS))
			.toList();
		assertThat(patterns).hasSizeGreaterThan(40)
			.allSatisfy((pattern) -> assertThat(Thing.at(pattern)).as(pattern).isPresent());
	}

	@Test
	void addressesToComeAreKnown() {
		assertThat(Map.of("/admin/demandes/{reference}/avis/signer", Thing.OPINION, "/admin/demandes/{reference}/rcp",
				Thing.MEETING, "/admin/demandes/{reference}/fhir.json", Thing.EXPORT,
				"/admin/demandes/{reference}/archive", Thing.EXPORT, "/admin/export.csv", Thing.EXPORT,
				"/admin/demandes/{reference}/fichiers/{id}", Thing.FILE, "/admin/demandes/{reference}/nouveau",
				Thing.REQUEST, "/admin/mon-compte/sessions", Thing.OWN_ACCOUNT, "/admin", Thing.LIST))
			.allSatisfy((pattern, thing) -> assertThat(Thing.at(pattern)).as(pattern).contains(thing));
		assertThat(Stream.of("/admin/inconnu", "/administration", "/admin.html", "/demande").map(Thing::at))
			.allMatch((thing) -> thing.isEmpty());
	}

	@Test
	void whoReadsAListOrARequestIsNotedOnce() {
		this.visitor.get("/admin");
		this.visitor.get(this.page);
		this.visitor.get(this.page + "/appel");
		assertThat(this.lines.all()).allSatisfy(this::byAnne)
			.extracting((line) -> line.get("deed"), (line) -> line.get("thing"), (line) -> line.get("detail"),
					(line) -> line.get("subject"))
			.containsExactly(row("OPEN", "LIST", null, null),
					row("OPEN", "REQUEST", null, this.lines.nameOf(this.request)),
					row("OPEN", "REQUEST", "appel", this.lines.nameOf(this.request)));
	}

	@Test
	void whoDecidesIsNotedBeforeAndWithTheDecision() {
		this.visitor.get(this.page);
		Page done = this.visitor.post(this.page + "/prendre-en-charge", "version", "0");
		this.visitor.follow(done);
		assertThat(this.lines.all()).allSatisfy(this::byAnne)
			.allSatisfy((line) -> assertThat(line).containsEntry("subject", this.lines.nameOf(this.request)))
			.extracting((line) -> line.get("deed"))
			.containsExactly("OPEN", "SEND", "CHANGE");
	}

	@Test
	void aFileIsNotedByANameThatIsErasedWithIt() {
		UUID file = this.files.send(this.request.getId(), "a.pdf", FileMother.pdf("x"));
		this.visitor.get(this.page + "/fichiers/" + file);
		UUID name = this.jdbc.sql("select trail_id from uploaded_file where id = :id")
			.param("id", file)
			.query(UUID.class)
			.single();
		assertThat(this.lines.all()).singleElement()
			.satisfies((line) -> assertThat(line).containsEntry("thing", "FILE")
				.containsEntry("subject", this.lines.nameOf(this.request))
				.containsEntry("part", name));
	}

	@Test
	void whoComparesTwoRequestsHasOpenedBoth() {
		SecondOpinionRequest other = this.requests.save(aRequest().submit(this.vault));
		this.visitor.get(this.page + "/comparer/" + other.getReference());
		assertThat(this.lines.all()).extracting((line) -> line.get("subject"))
			.containsExactlyInAnyOrder(this.lines.nameOf(this.request), this.lines.nameOf(other));
	}

	@Test
	void nothingIsShownThatCannotBeNoted() {
		this.jdbc.sql("alter table audit_entry add constraint full_disk check (number < 0) not valid").update();
		try {
			assertThat(Stream.of("/admin", this.page, this.page + "/appel").map(this.visitor::get))
				.allSatisfy((answer) -> {
					assertThat(answer.status()).isGreaterThanOrEqualTo(500);
					assertThat(answer.body()).contains("<h1").doesNotContain("Nomunique");
				});
		}
		finally {
			this.jdbc.sql("alter table audit_entry drop constraint full_disk").update();
		}
		assertThat(this.visitor.get(this.page).body()).contains("Nomunique");
	}

	@Test
	void whatARoleMayNotHaveIsNotedAsRefused() {
		assertThat(this.visitor.get("/admin/comptes").status()).isEqualTo(403);
		assertThat(this.lines.all()).singleElement()
			.satisfies(this::byAnne)
			.satisfies((line) -> assertThat(line).containsEntry("deed", "REFUSED").containsEntry("thing", "ACCOUNTS"));
	}

	@Test
	void whoIsNotSignedInLeavesNoLine() {
		new Visitor(this.port).get(this.page);
		assertThat(this.lines.all()).isEmpty();
	}

	@Test
	void whoComesAndGoesIsNotedAndWhoTriesToo() {
		Visitor other = new Visitor(this.port);
		other.signIn(this.anne.getEmail(), "faux");
		other.signIn("personne-du-tout@tilleuls.example", "faux");
		other.signIn(this.anne.getEmail(), PASSWORD);
		other.get("/admin");
		other.post("/deconnexion");
		assertThat(this.lines.all())
			.extracting((line) -> line.get("deed"), (line) -> line.get("account"), (line) -> line.get("detail"))
			.containsExactly(row("SIGN_IN_REFUSED", this.anne.getId(), "PASSWORD"),
					row("SIGN_IN_REFUSED", null, "PASSWORD"), row("SIGN_IN", this.anne.getId(), "PASSWORD"),
					row("OPEN", this.anne.getId(), null), row("SIGN_OUT", this.anne.getId(), null));
	}

	@Test
	void aChangedSettingIsNotedWithItsArea() {
		StaffAccount admin = this.accounts.save(aMember(Role.ADMIN));
		Visitor boss = new Visitor(this.port);
		boss.signIn(admin.getEmail(), PASSWORD);
		boss.get("/admin/reglages/annuaire/nouveau");
		this.lines.empty();
		String name = "Centre " + UUID.randomUUID();
		boss.post("/admin/reglages/annuaire/nouveau", "name", name, "purpose", "Répond", "phone", "3114");
		assertThat(this.lines.all())
			.extracting((line) -> line.get("deed"), (line) -> line.get("thing"), (line) -> line.get("detail"))
			.containsExactly(row("SEND", "SETTINGS", "annuaire.nouveau"), row("CHANGE", "SETTINGS", "DIRECTORY"));
		assertThat(this.lines.all().toString()).doesNotContain("Centre");
	}

	private void byAnne(Map<String, Object> line) {
		assertThat(line).containsEntry("account", this.anne.getId()).containsEntry("role", "DOCTOR");
	}

	private static Tuple row(Object... values) {
		return Tuple.tuple(values);
	}

}
