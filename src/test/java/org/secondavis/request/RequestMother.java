package org.secondavis.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.secondavis.encryption.Vault;

/** Makes requests for tests: {@code aRequest().byHelper().submit(vault)}. */
public final class RequestMother {

	public static final Instant SUBMITTED = Instant.parse("2026-11-23T09:30:00Z");

	private String birthName = "O’Brien-N’Guyen d’Été";

	private String firstName = "Zoë";

	private LocalDate birthDate = LocalDate.of(1952, 2, 29);

	private Phone phone = new Phone("+33612345678");

	private @Nullable Helper helper;

	private @Nullable EmailAddress email = new EmailAddress("zoe@patiente.example");

	private Situation.CancerSite site = Situation.CancerSite.BREAST;

	private @Nullable LocalDate planned;

	private Instant submittedAt = SUBMITTED;

	private Locale language = Locale.FRENCH;

	public static RequestMother aRequest() {
		return new RequestMother();
	}

	public RequestMother of(String firstName, String birthName) {
		this.firstName = firstName;
		this.birthName = birthName;
		return this;
	}

	public RequestMother born(LocalDate day) {
		this.birthDate = day;
		return this;
	}

	public RequestMother reachedAt(String phone, String email) {
		this.phone = new Phone(phone);
		this.email = new EmailAddress(email);
		return this;
	}

	public RequestMother byHelper() {
		return by(Helper.Relation.CHILD, "camille@aidant.example");
	}

	public RequestMother by(Helper.Relation relation, @Nullable String email) {
		this.helper = Helper.asking("Camille Ng", relation, new Phone("+33698765432"),
				(email != null) ? new EmailAddress(email) : null);
		return this;
	}

	public RequestMother withoutEmail() {
		this.email = null;
		return this;
	}

	public RequestMother at(Situation.CancerSite site) {
		this.site = site;
		return this;
	}

	public RequestMother planned(LocalDate day) {
		this.planned = day;
		return this;
	}

	public RequestMother submittedAt(Instant instant) {
		this.submittedAt = instant;
		return this;
	}

	public RequestMother inEnglish() {
		this.language = Locale.ENGLISH;
		return this;
	}

	public RequestMother inEasyFrench() {
		this.language = Locale.forLanguageTag("fr-simple");
		return this;
	}

	public Answers answers() {
		return new Answers(new Patient(this.birthName, null, this.firstName, this.birthDate), this.helper,
				new Contact(this.phone, this.email, List.of(Contact.TimeOfDay.MORNING), true, null),
				new Situation(this.site, 9, 2026, Situation.CareStage.TREATMENT_PROPOSED, Situation.Metastases.UNKNOWN,
						List.of(Situation.Treatment.SURGERY), this.planned, Situation.RcpHeld.YES),
				new Expectations(List.of(Expectations.Reason.UNDERSTAND), Expectations.Priority.QUALITY_OF_LIFE,
						List.of(Expectations.Question.PAIN), Expectations.VisitMode.VIDEO),
				new Narrative("carcinome canalaire", "hôpital du Nord", "Dr Durand", "Une histoire confidentielle.",
						"jardiner encore", List.of("Faut-il opérer ?"), "le mardi", "malentendante"));
	}

	public SecondOpinionRequest submit(Vault vault) {
		return SecondOpinionRequest.submit(UUID.randomUUID(), answers(), this.language, vault, this.submittedAt);
	}

	public SecondOpinionRequest suspect(Vault vault) {
		return SecondOpinionRequest.suspect(UUID.randomUUID(), answers(), this.language, vault, this.submittedAt);
	}

}
