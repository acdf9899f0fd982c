package org.secondavis.signin;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import org.secondavis.encryption.Fingerprints;
import org.secondavis.staff.SafetyChanged;
import org.secondavis.staff.SafetyChanged.What;
import org.secondavis.staff.StaffMember;

/** Where somebody is signed in, on all instances together. */
@Component
class OwnSessions {

	private final FindByIndexNameSessionRepository<? extends Session> sessions;

	private final Fingerprints fingerprints;

	private final ApplicationEventPublisher events;

	OwnSessions(FindByIndexNameSessionRepository<? extends Session> sessions, Fingerprints fingerprints,
			ApplicationEventPublisher events) {
		this.sessions = sessions;
		this.fingerprints = fingerprints;
		this.events = events;
	}

	/** This one first, then the latest. */
	List<OwnSession> of(StaffMember me, String here) {
		return all(me).entrySet()
			.stream()
			.map((entry) -> view(entry.getKey(), entry.getValue(), here))
			.sorted(Comparator.comparing(OwnSession::here).thenComparing(OwnSession::seen).reversed())
			.toList();
	}

	/** Ends one of one's own; whatever else the handle may name goes on. */
	void end(StaffMember me, String handle) {
		all(me).keySet().stream().filter((id) -> handleOf(id).equals(handle)).forEach(this.sessions::deleteById);
	}

	@Transactional
	void endAll(StaffMember me) {
		all(me).keySet().forEach(this.sessions::deleteById);
		this.events.publishEvent(new SafetyChanged(me.id(), me.id(), What.SIGNED_OUT_EVERYWHERE));
	}

	private Map<String, ? extends Session> all(StaffMember me) {
		return this.sessions.findByPrincipalName(me.email());
	}

	private OwnSession view(String id, Session session, String here) {
		return new OwnSession(handleOf(id), deviceOf(session), session.getCreationTime(), session.getLastAccessedTime(),
				id.equals(here));
	}

	private static Device deviceOf(Session session) {
		@Nullable SecurityContext context = session
			.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
		return (context != null && context.getAuthentication() != null
				&& context.getAuthentication().getDetails() instanceof SignInDetails details) ? details.device()
						: Device.of(null);
	}

	// A session's id opens it, and so stands in no page.
	private String handleOf(String id) {
		return Long.toHexString(this.fingerprints.of("own session\n" + id));
	}

}
