package org.secondavis.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.secondavis.request.Reference;
import org.secondavis.staff.StaffMember;

import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Notes each page of the workspace before it is made, so that none can be read or sent
 * unnoticed: where the trail cannot be written, the page is not shown.
 */
@Component
class WorkspaceTrail implements HandlerInterceptor {

	/**
	 * What all addresses of a kind of page begin with, such as {@code /admin/comptes}.
	 */
	private static final int COMMON_PARTS = 3;

	private final Trail trail;

	WorkspaceTrail(Trail trail) {
		this.trail = trail;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod page && !page.hasMethodAnnotation(NotesItself.class)
				&& request.getDispatcherType() == DispatcherType.REQUEST) {
			this.trail.note(entry(request));
		}
		return true;
	}

	@SuppressWarnings("unchecked")
	private static Entry entry(HttpServletRequest request) {
		String pattern = Objects.toString(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE), "");
		Map<String, String> parts = Objects.requireNonNullElse(
				(Map<String, String>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE), Map.of());
		Optional<StaffMember> me = signedIn();
		Thing thing = Thing.at(pattern).orElse(Thing.OTHER);
		List<Reference> requests = Stream.of("reference", "other")
			.flatMap((name) -> Stream.ofNullable(parts.get(name)))
			.flatMap((part) -> Reference.parse(part).stream())
			.toList();
		return new Entry(me.map(StaffMember::id).orElse(null), me.map(StaffMember::role).orElse(null),
				HttpMethod.POST.matches(request.getMethod()) ? Deed.SEND : Deed.OPEN, thing, detail(pattern), requests,
				(thing == Thing.FILE || thing == Thing.ACCOUNTS) ? id(parts.get("id")) : null);
	}

	/**
	 * Which of these pages, by our own words in the address, and never by what varies.
	 */
	private static @Nullable String detail(String pattern) {
		String words = Arrays.stream(pattern.split("/"))
			.skip(COMMON_PARTS)
			.filter((word) -> !word.contains("{"))
			.collect(Collectors.joining("."));
		return words.isEmpty() ? null : words;
	}

	private static Optional<StaffMember> signedIn() {
		Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
		return (signedIn != null && signedIn.getPrincipal() instanceof StaffMember me) ? Optional.of(me)
				: Optional.empty();
	}

	private static @Nullable UUID id(@Nullable String text) {
		try {
			return (text != null) ? UUID.fromString(text) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
