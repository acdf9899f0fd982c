package org.secondavis.staff;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

import static java.util.EnumSet.of;
import static org.secondavis.staff.Role.ADMIN;
import static org.secondavis.staff.Role.DOCTOR;
import static org.secondavis.staff.Role.SECRETARIAT;

/**
 * What members of staff do, who may, and by which addresses it is done. This is the only
 * place that says so: an address that stands in no row is open to nobody. The same table
 * is explained in {@code docs/roles.md}, with the finer rules that no address can tell.
 */
public enum Right {

	READ_REQUESTS(of(SECRETARIAT, DOCTOR, ADMIN), "GET /admin", "GET /admin/compteurs",
			"GET /admin/demandes/{reference}", "GET /admin/demandes/{reference}/fichiers/{file}"),
	KEEP_VIEWS(of(SECRETARIAT, DOCTOR, ADMIN), "POST /admin/vues", "POST /admin/vues/{view}/oublier"),
	DECIDE(of(SECRETARIAT, DOCTOR, ADMIN), "POST /admin/lot",
			"POST /admin/demandes/{reference}/{move:liberer|prendre-en-charge|attribuer|decliner|doublon|verser|rouvrir}",
			"POST /admin/demandes/{reference}/prevenir-patient",
			"GET POST /admin/demandes/{reference}/{end:completer|orienter|cloturer}",
			"GET POST /admin/demandes/{reference}/comparer/{other}", "POST /admin/demandes/{reference}/papier"),
	WRITE(of(SECRETARIAT, DOCTOR, ADMIN), "POST /admin/demandes/{reference}/{words:note|message}",
			"POST /admin/demandes/{reference}/message/texte"),
	CALL(of(SECRETARIAT, DOCTOR, ADMIN), "GET /admin/appels", "GET POST /admin/demandes/{reference}/appel"),
	MAIL(of(SECRETARIAT, DOCTOR, ADMIN), "GET /admin/courriers", "POST /admin/courriers/{mail}/renvoyer",
			"POST /admin/demandes/{reference}/renvoyer",
			"POST /admin/demandes/{reference}/{links:revoquer-liens|renouveler-lien}"),
	APPOINT(of(SECRETARIAT, DOCTOR, ADMIN), "GET /admin/agenda", "POST /admin/agenda/abonnement",
			"GET POST /admin/demandes/{reference}/rendez-vous"),
	ERASE_SUSPECTS(of(SECRETARIAT, DOCTOR, ADMIN), "GET POST /admin/demandes/{reference}/effacer"),
	SEE_OPINION(of(SECRETARIAT, DOCTOR, ADMIN), "GET /admin/demandes/{reference}/{part:avis|rcp}"),
	WRITE_OPINION(of(DOCTOR), "POST /admin/demandes/{reference}/{part:avis|rcp}",
			"POST /admin/demandes/{reference}/avis/{step:brouillon|signature}",
			"GET POST /admin/demandes/{reference}/avis/{step:relecture|complement}",
			"POST /admin/demandes/{reference}/avis/signature/reprise"),
	DELIVER_OPINION(of(SECRETARIAT, DOCTOR), "GET POST /admin/demandes/{reference}/avis/{step:remise|medecin}",
			"GET /admin/demandes/{reference}/avis/{reader:medecin|patient}.pdf",
			"GET /admin/demandes/{reference}/avis/{reader:medecin|patient}/{addendum}.pdf"),
	EXPORT(of(SECRETARIAT, DOCTOR), "GET /admin/export.csv",
			"GET /admin/demandes/{reference}/{form:fiche|fiche.pdf|fhir}", "GET /admin/demandes/{reference}/archive"),
	FIGURES(of(SECRETARIAT, DOCTOR, ADMIN), "GET /admin/tableau", "GET /admin/tableau.csv"),
	OWN_ACCOUNT(of(SECRETARIAT, DOCTOR, ADMIN), "GET POST /admin/mon-compte/**"),
	SETTINGS(of(SECRETARIAT, DOCTOR, ADMIN), "GET /admin/reglages"),
	SET_FACTS(of(ADMIN), "GET POST /admin/reglages/etablissement/**"),
	SET_DEADLINES(of(ADMIN), "GET POST /admin/reglages/delais/**"),
	SET_CLOSED_DAYS(of(ADMIN), "GET POST /admin/reglages/jours-fermes/**"),
	SET_TEXTS(of(SECRETARIAT, ADMIN), "GET POST /admin/reglages/textes/**"),
	SET_DIRECTORY(of(SECRETARIAT, ADMIN), "GET POST /admin/reglages/annuaire/**"),
	SET_DOCTORS(of(SECRETARIAT, DOCTOR, ADMIN), "GET POST /admin/reglages/medecins/**"),
	SET_SLOTS(of(SECRETARIAT, DOCTOR, ADMIN), "GET POST /admin/reglages/creneaux/**"),
	ACCOUNTS(of(ADMIN), "GET POST /admin/comptes/**"), AUDIT(of(ADMIN), "GET /admin/journal/**"),
	RETENTION(of(ADMIN), "GET POST /admin/conservation/**");

	private final Set<Role> roles;

	private final List<String> addresses;

	private final RequestMatcher matcher;

	Right(Set<Role> roles, String... addresses) {
		this.roles = Set.copyOf(roles);
		this.addresses = List.of(addresses);
		this.matcher = new OrRequestMatcher(this.addresses.stream().flatMap(Right::matchers).toList());
	}

	// Asking for the head of a page is reading it.
	private static Stream<RequestMatcher> matchers(String address) {
		String[] parts = address.split(" ");
		String path = parts[parts.length - 1];
		return Arrays.stream(parts, 0, parts.length - 1)
			.map(HttpMethod::valueOf)
			.flatMap((method) -> (method == HttpMethod.GET) ? Stream.of(method, HttpMethod.HEAD) : Stream.of(method))
			.map((method) -> PathPatternRequestMatcher.pathPattern(method, path));
	}

	/** Who may. */
	public Set<Role> roles() {
		return this.roles;
	}

	/** By which addresses: methods and a pattern of paths each. */
	List<String> addresses() {
		return this.addresses;
	}

	/** Recognises what is asked for in the exercise of this right. */
	public RequestMatcher matcher() {
		return this.matcher;
	}

	/** The right that a request for a staff page takes; none for what does not exist. */
	public static Optional<Right> neededFor(HttpServletRequest request) {
		return Arrays.stream(values()).filter((right) -> right.matcher.matches(request)).findFirst();
	}

}
