package org.secondavis.interop;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r5.utils.validation.constants.BestPracticeWarningLevel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.secondavis.ApplicationTest;
import org.secondavis.StatementCount;
import org.secondavis.appointment.Visit;
import org.secondavis.document.Availability;
import org.secondavis.document.FileMother;
import org.secondavis.document.Paper;
import org.secondavis.document.PaperType;
import org.secondavis.document.Papers;
import org.secondavis.document.TestFiles;
import org.secondavis.encryption.Vault;
import org.secondavis.opinion.Answer;
import org.secondavis.opinion.FirstRcp;
import org.secondavis.opinion.Opinion;
import org.secondavis.opinion.OpinionDraft;
import org.secondavis.opinion.OpinionWords;
import org.secondavis.opinion.Opinions;
import org.secondavis.opinion.Outcome;
import org.secondavis.opinion.Way;
import org.secondavis.request.Contact;
import org.secondavis.request.Decision;
import org.secondavis.request.Expectations;
import org.secondavis.request.Helper;
import org.secondavis.request.Requests;
import org.secondavis.request.SecondOpinionRequest;
import org.secondavis.request.Situation;
import org.secondavis.request.Situation.CancerSite;
import org.secondavis.request.StaffId;
import org.secondavis.request.Status;
import org.secondavis.staff.Role;
import org.secondavis.staff.StaffAccount;
import org.secondavis.staff.StaffAccounts;
import org.secondavis.staff.StaffMember;
import org.secondavis.staff.StaffMother;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.secondavis.request.RequestMother.aRequest;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

/** Requests as FHIR, judged by HL7's validator without any network. */
@ApplicationTest
class FhirTests {

	private static final FhirContext FHIR = FhirContext.forR4();

	private static final FhirValidator VALIDATOR = validator();

	private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

	@Autowired
	private MockMvc mvc;

	@Autowired
	private Requests requests;

	@Autowired
	private Papers papers;

	@Autowired
	private TestFiles files;

	@Autowired
	private Opinions opinions;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private Vault vault;

	@Autowired
	private JdbcClient jdbc;

	private StaffMember doctor;

	@BeforeEach
	void employ() {
		this.doctor = member(Role.DOCTOR);
	}

	@Test
	void aRequestWithNothingMoreIsValid() throws Exception {
		SecondOpinionRequest request = this.requests.save(aRequest().withoutEmail().submit(this.vault));
		this.jdbc.sql("update second_opinion_request set narrative = '\\x00', treatments = '{}' where id = :id")
			.param("id", request.getId())
			.update();
		String bundle = bundle(request, "fr");
		assertThat(issues(bundle)).isEmpty();
		assertThat(resources(bundle)).extracting((resource) -> resource.getResourceType().name())
			.containsExactly("Patient", "Organization", "QuestionnaireResponse", "ServiceRequest", "Questionnaire");
	}

	@ParameterizedTest
	@CsvSource({ "fr", "en" })
	void aRequestWithAllThatThereCanBeIsValid(String language) throws Exception {
		SecondOpinionRequest request = full();
		String bundle = bundle(request, language);
		assertThat(issues(bundle)).isEmpty();
		assertThat(bundle).doesNotContain("??");
		assertThat(one(bundle, Patient.class).getBirthDateElement().getValueAsString()).isEqualTo("1952-02-29");
		assertThat(one(bundle, RelatedPerson.class).getNameFirstRep().getText()).isEqualTo("Camille Ng");
		assertThat(one(bundle, ServiceRequest.class).getReasonCodeFirstRep().getCoding()).extracting(Coding::getCode)
			.containsExactly("BREAST", "C50");
		assertThat(one(bundle, Appointment.class).getStart()).isEqualTo(NOW);
		DiagnosticReport report = one(bundle, DiagnosticReport.class);
		assertThat(report.getConclusion()).contains("Opérer d’abord", "Oui, un peu & <b>bientôt</b>");
		assertThat(report.getPresentedForm()).singleElement()
			.satisfies(
					(document) -> assertThat(document.getData()).startsWith("%PDF".getBytes(StandardCharsets.UTF_8)));
		assertThat(report.getText().getDivAsString()).contains("&lt;b&gt;").doesNotContain("<b>");
	}

	@Test
	void everyAnswerHasALinkIdThatStays() throws Exception {
		QuestionnaireResponse response = one(bundle(full(), "fr"), QuestionnaireResponse.class);
		assertThat(response.getItem().stream().flatMap((step) -> step.getItem().stream()))
			.extracting(QuestionnaireResponse.QuestionnaireResponseItemComponent::getLinkId)
			.containsExactly("contactTimes", "voicemail", "accessNeeds", "cancerSite", "cancerDetail", "diagnosis",
					"careStage", "metastases", "treatments", "planned", "rcpHeld", "hospital", "treatingDoctor",
					"story", "reasons", "priority", "priorityDetail", "questions", "ownQuestions", "visitMode",
					"availability", "documents.PATHOLOGY");
	}

	@Test
	void filesAreNamedAndOnlyThoseThatMayBeOpenedHaveAnAddress() throws Exception {
		SecondOpinionRequest request = this.requests.save(aRequest().submit(this.vault));
		UUID good = this.files.send(request.getId(), "compte rendu.pdf", FileMother.pdf("a"));
		UUID bad = this.files.send(request.getId(), "virus.pdf", FileMother.pdf("b"));
		this.jdbc.sql("update uploaded_file set state = 'INFECTED' where id = :id").param("id", bad).update();
		String bundle = bundle(request, "fr");
		assertThat(issues(bundle)).isEmpty();
		assertThat(resources(bundle).stream()
			.filter(DocumentReference.class::isInstance)
			.map((file) -> ((DocumentReference) file).getContentFirstRep().getAttachment()))
			.extracting((content) -> content.getTitle() + " " + content.getUrl() + " " + content.getSize())
			.containsExactly("compte rendu.pdf fichiers/%s %d".formatted(good, FileMother.pdf("a").length),
					"virus.pdf null " + FileMother.pdf("b").length);
	}

	@Test
	void hostileWordsStayWords() throws Exception {
		SecondOpinionRequest request = this.requests
			.save(aRequest().of("  \u202Emoz\u0001 ", "<script>alert(1)</script>\u0007").submit(this.vault));
		String bundle = bundle(request, "fr");
		assertThat(issues(bundle)).isEmpty();
		assertThat(one(bundle, Patient.class).getNameFirstRep().getFamily()).isEqualTo("<script>alert(1)</script>");
	}

	@ParameterizedTest
	@EnumSource(names = { "DRAFT", "SIGNED" }, value = Stage.class)
	void nobodyIsHandedAnOpinionThatThePatientDoesNotHave(Stage stage) throws Exception {
		SecondOpinionRequest request = this.requests.save(aRequest().submit(this.vault));
		opinion(request, stage);
		assertThat(bundle(request, "fr")).doesNotContain("DiagnosticReport", "Opérer d’abord");
	}

	@ParameterizedTest
	@EnumSource
	void everySiteHasACategoryOfMalignantNeoplasms(CancerSite site) {
		assertThat(SiteCodes.of(site)).matches("C\\d\\d(\\.\\d)?");
	}

	@Test
	void whatIsOnlySuspectedIsNoCancerYet() throws Exception {
		SecondOpinionRequest request = this.requests.save(aRequest().submit(this.vault));
		this.jdbc.sql("update second_opinion_request set care_stage = 'SUSPECTED' where id = :id")
			.param("id", request.getId())
			.update();
		String bundle = bundle(request, "fr");
		assertThat(issues(bundle)).isEmpty();
		assertThat(bundle).contains("\"Z03.1\"").doesNotContain("\"C50\"");
	}

	@ParameterizedTest
	@EnumSource
	void aRequestIsValidWhereverItStands(Status status) throws Exception {
		SecondOpinionRequest request = this.requests.save(aRequest().submit(this.vault));
		this.jdbc.sql("alter table second_opinion_request disable trigger request_move").update();
		this.jdbc.sql("update second_opinion_request set status = :status where id = :id")
			.param("status", status.name())
			.param("id", request.getId())
			.update();
		this.jdbc.sql("alter table second_opinion_request enable trigger request_move").update();
		assertThat(issues(bundle(request, "fr"))).isEmpty();
	}

	@Test
	void itIsADownloadAndTellsTheSameNamesEachTime() throws Exception {
		SecondOpinionRequest request = full();
		MockHttpServletResponse response = ask(request, "fr", this.doctor);
		assertThat(response.getContentType()).isEqualTo("application/fhir+json;charset=UTF-8");
		assertThat(response.getHeader("Content-Disposition"))
			.isEqualTo("attachment; filename=\"%s.fhir.json\"".formatted(request.getReference()));
		assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
		assertThat(names(response.getContentAsString(StandardCharsets.UTF_8))).doesNotHaveDuplicates()
			.isEqualTo(names(bundle(request, "en")));
	}

	@Test
	void aDocumentThatCannotBeOpenedIsMissingAndTheRestIsThere() throws Exception {
		SecondOpinionRequest request = full();
		this.jdbc.sql("""
					with whole as (delete from opinion_document d using opinion o
				    where d.opinion_id = o.id and o.request_id = :id and d.audience = 'PATIENT' returning d.*)
				insert into opinion_document (id, opinion_id, audience, language, content, made_at)
					select gen_random_uuid(), opinion_id, audience, language, '\\x00', made_at from whole""")
			.param("id", request.getId())
			.update();
		DiagnosticReport report = one(bundle(request, "fr"), DiagnosticReport.class);
		assertThat(report.getPresentedForm()).isEmpty();
		assertThat(report.getConclusion()).contains("Opérer d’abord");
	}

	@Test
	void itCostsFewStatements() throws Exception {
		SecondOpinionRequest request = full();
		assertThat(StatementCount.of(() -> bundle(request, "fr"))).isLessThan(10);
	}

	@ParameterizedTest
	@CsvSource({ "SECRETARIAT, 200", "DOCTOR, 200", "ADMIN, 403" })
	void administratorsGetNone(Role role, int status) throws Exception {
		SecondOpinionRequest request = this.requests.save(aRequest().submit(this.vault));
		assertThat(ask(request, "fr", member(role)).getStatus()).isEqualTo(status);
	}

	private SecondOpinionRequest full() {
		SecondOpinionRequest request = this.requests
			.save(aRequest().byHelper().planned(LocalDate.of(2031, 3, 4)).submit(this.vault));
		SecondOpinionRequest taken = this.requests.findWithHistoryByReference(request.getReference()).orElseThrow();
		taken.takeInCharge(Decision.by(new StaffId(this.doctor.id()), NOW));
		this.requests.save(taken);
		this.papers.saveAll(List.of(new Paper(request.getId(), PaperType.PATHOLOGY, Availability.HAVE)));
		this.files.send(request.getId(), "compte rendu.pdf", FileMother.pdf("a"));
		for (PaperType type : PaperType.values()) {
			UUID file = this.files.send(request.getId(), type + ".pdf", FileMother.pdf(type.name()));
			this.jdbc.sql("update uploaded_file set paper = :paper where id = :id")
				.param("paper", type.name())
				.param("id", file)
				.update();
		}
		this.jdbc
			.sql("""
					insert into appointment (id, version, request_id, doctor_id, visit, state, created_at, begins, ends, sequence)
					values (:id, 0, :request, :doctor, 'VIDEO', 'BOOKED', now(), :begins, :ends, 0)""")
			.param("id", UUID.randomUUID())
			.param("request", request.getId())
			.param("doctor", this.doctor.id())
			.param("begins", Timestamp.from(NOW))
			.param("ends", Timestamp.from(NOW.plusSeconds(1800)))
			.update();
		opinion(request, Stage.DELIVERED);
		return request;
	}

	private void opinion(SecondOpinionRequest request, Stage stage) {
		StaffId by = new StaffId(this.doctor.id());
		Opinion opinion = new Opinion(request.getId(), this.vault, by, NOW);
		opinion.write(new OpinionDraft(FirstRcp.HELD, LocalDate.of(2026, 10, 2), Outcome.CONFIRMED, false,
				new OpinionWords("Opérer d’abord",
						List.of(new Answer("PAIN", "Oui, un peu & <b>bientôt</b>\nmoins"), new Answer("own1", "Oui")),
						"Le même", "Le même", "Une IRM", null, null, "Le jardin", null)),
				this.vault, by, NOW);
		if (stage != Stage.DRAFT) {
			opinion.proofRead(List.of("PAIN", "own1"), this.vault, by, NOW);
			opinion.sign(by, NOW);
		}
		if (stage == Stage.DELIVERED) {
			opinion.deliver(List.of(), Way.ONLINE, by, NOW);
		}
		this.opinions.save(opinion);
	}

	private StaffMember member(Role role) {
		StaffAccount account = this.accounts.save(StaffMother.aMember(role));
		return new StaffMember(account.getId(), account.getName(), account.getEmail(), role, null, false);
	}

	private String bundle(SecondOpinionRequest request, String language) throws Exception {
		return ask(request, language, this.doctor).getContentAsString(StandardCharsets.UTF_8);
	}

	private MockHttpServletResponse ask(SecondOpinionRequest request, String language, StaffMember reader)
			throws Exception {
		return this.mvc
			.perform(get("/admin/demandes/%s/fhir?lang=%s".formatted(request.getReference(), language))
				.with(user(reader)))
			.andReturn()
			.getResponse();
	}

	private static List<Resource> resources(String bundle) {
		return FHIR.newJsonParser()
			.parseResource(Bundle.class, bundle)
			.getEntry()
			.stream()
			.map(Bundle.BundleEntryComponent::getResource)
			.toList();
	}

	private static List<String> names(String bundle) {
		return FHIR.newJsonParser()
			.parseResource(Bundle.class, bundle)
			.getEntry()
			.stream()
			.map(Bundle.BundleEntryComponent::getFullUrl)
			.toList();
	}

	private static <T extends Resource> T one(String bundle, Class<T> type) {
		return resources(bundle).stream().filter(type::isInstance).map(type::cast).findFirst().orElseThrow();
	}

	/** What the validator finds fault with, or doubts. */
	private static List<String> issues(String bundle) {
		return VALIDATOR.validateWithResult(bundle)
			.getMessages()
			.stream()
			.filter((issue) -> issue.getSeverity().ordinal() >= ResultSeverityEnum.WARNING.ordinal())
			.map(FhirTests::written)
			.toList();
	}

	private static String written(SingleValidationMessage issue) {
		return issue.getSeverity() + " " + issue.getLocationString() + ": " + issue.getMessage();
	}

	/**
	 * Knows R4, our own codes, and those that we use of code systems it does not bring.
	 */
	private static FhirValidator validator() {
		OurForm ours = new OurForm();
		for (Class<? extends Enum<?>> codes : Set.<Class<? extends Enum<?>>>of(Contact.TimeOfDay.class,
				Contact.Person.class, CancerSite.class, Situation.CareStage.class, Situation.Metastases.class,
				Situation.Treatment.class, Situation.RcpHeld.class, Expectations.Reason.class,
				Expectations.Priority.class, Expectations.Question.class, Expectations.VisitMode.class, PaperType.class,
				Availability.class, Helper.Relation.class, Role.class, Outcome.class, Visit.class)) {
			ours.addCodeSystem(codes(Codes.system(codes),
					Stream.of(codes.getEnumConstants())
						.map((code) -> ((Enum<?>) code).name())
						.collect(Collectors.toSet())));
		}
		ours.addCodeSystem(codes(SiteCodes.SYSTEM,
				Stream.concat(Stream.of("Z03.1"), Stream.of(CancerSite.values()).map(SiteCodes::of))
					.collect(Collectors.toSet())));
		ours.addCodeSystem(codes("http://loinc.org", Set.of("11526-1", "18748-4", "11504-8", "11502-2")));
		FhirInstanceValidator validator = new FhirInstanceValidator(new ValidationSupportChain(
				new DefaultProfileValidationSupport(FHIR), ours, new CommonCodeSystemsTerminologyService(FHIR),
				new InMemoryTerminologyServerValidationSupport(FHIR)));
		// that each resource should be readable by people as well: the archive's PDF is
		validator.setBestPracticeWarningLevel(BestPracticeWarningLevel.Ignore);
		return FHIR.newValidator().registerValidatorModule(validator);
	}

	private static CodeSystem codes(String system, Set<String> codes) {
		CodeSystem all = new CodeSystem().setUrl(system)
			.setStatus(PublicationStatus.ACTIVE)
			.setContent(CodeSystemContentMode.COMPLETE);
		codes.forEach((code) -> all.addConcept().setCode(code));
		return all;
	}

	/** Hands the form to the validator, so that answers are judged by it. */
	private static final class OurForm extends PrePopulatedValidationSupport {

		private final List<Questionnaire> forms;

		OurForm() {
			super(FHIR);
			ResourceBundleMessageSource words = new ResourceBundleMessageSource();
			words.setBasename("messages/messages");
			words.setDefaultEncoding("UTF-8");
			words.setFallbackToSystemLocale(false);
			this.forms = Stream.of(Locale.FRENCH, Locale.ENGLISH)
				.map((language) -> RequestForm.questionnaire(new Codes(words, language)))
				.toList();
		}

		@Override
		public <T extends IBaseResource> @Nullable T fetchResource(@Nullable Class<T> type, String uri) {
			return this.forms.stream()
				.filter((form) -> type != null && type.isInstance(form) && uri.startsWith(form.getUrl()))
				.findFirst()
				.<T>map((form) -> Objects.requireNonNull(type).cast(form))
				.orElseGet(() -> super.fetchResource(type, uri));
		}

	}

	/** How far an opinion has come. */
	private enum Stage {

		DRAFT, SIGNED, DELIVERED

	}

}
