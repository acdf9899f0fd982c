package org.secondavis.signin;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpSession;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import org.secondavis.staff.SafetyChanged;
import org.secondavis.staff.SafetyChanged.What;

/**
 * The passkeys of members of staff. What a device is asked for is kept in the session
 * until the device has answered, once.
 */
@Component
class Passkeys {

	private static final String CREATION = PublicKeyCredentialCreationOptions.class.getName();

	private static final String REQUEST = PublicKeyCredentialRequestOptions.class.getName();

	private final JsonMapper json = JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

	private final UserCredentialRepository passkeys;

	private final WebAuthnRelyingPartyOperations relyingParty;

	private final ApplicationEventPublisher events;

	Passkeys(UserCredentialRepository passkeys, WebAuthnRelyingPartyOperations relyingParty,
			ApplicationEventPublisher events) {
		this.passkeys = passkeys;
		this.relyingParty = relyingParty;
		this.events = events;
	}

	List<PasskeyView> of(UUID accountId) {
		return records(accountId).stream()
			.map(PasskeyView::of)
			.sorted(Comparator.comparing(PasskeyView::added))
			.toList();
	}

	/** What the device is asked for to make a new one, as JSON. */
	String askForNew(Authentication who, HttpSession session) {
		PublicKeyCredentialCreationOptions options = this.relyingParty
			.createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(who));
		session.setAttribute(CREATION, options);
		return this.json.writeValueAsString(options);
	}

	/**
	 * Takes a new one.
	 * @return whether it is what the device was asked for
	 */
	@Transactional
	boolean add(UUID accountId, PasskeyForm form, HttpSession session) {
		return this.<PublicKeyCredentialCreationOptions>takeFrom(session, CREATION).filter((options) -> holds(() -> {
			PublicKeyCredential<AuthenticatorAttestationResponse> credential = this.json.readValue(form.credential(),
					new TypeReference<>() {
					});
			this.relyingParty.registerCredential(new ImmutableRelyingPartyRegistrationRequest(options,
					new RelyingPartyPublicKey(credential, form.passkeyName())));
			this.events.publishEvent(new SafetyChanged(accountId, accountId, What.PASSKEY_ADDED));
			return true;
		})).isPresent();
	}

	/** Whether what the device says is a passkey that its owner has already. */
	boolean isKnown(UUID accountId, PasskeyForm form) {
		return holds(() -> {
			String id = this.json.readTree(form.credential()).path("id").asString("");
			return records(accountId).stream().anyMatch((one) -> one.getCredentialId().toBase64UrlString().equals(id));
		});
	}

	/** Removes one of the owner's; somebody else's stays. */
	@Transactional
	void remove(UUID accountId, String id) {
		records(accountId).stream()
			.map(CredentialRecord::getCredentialId)
			.filter((one) -> one.toBase64UrlString().equals(id))
			.forEach((one) -> {
				this.passkeys.delete(one);
				this.events.publishEvent(new SafetyChanged(accountId, accountId, What.PASSKEY_REMOVED));
			});
	}

	/** What the device is asked for to show that its owner is there, as JSON. */
	String askFor(Authentication who, HttpSession session) {
		PublicKeyCredentialRequestOptions options = this.relyingParty
			.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(who));
		session.setAttribute(REQUEST, options);
		return this.json.writeValueAsString(options);
	}

	/** Whether the answer is that of a passkey of this account. */
	@Transactional
	boolean confirm(UUID accountId, String answer, HttpSession session) {
		Bytes owner = PasskeyOwners.handle(accountId);
		return this.<PublicKeyCredentialRequestOptions>takeFrom(session, REQUEST).filter((options) -> holds(() -> {
			PublicKeyCredential<AuthenticatorAssertionResponse> credential = this.json.readValue(answer,
					new TypeReference<>() {
					});
			return this.relyingParty.authenticate(new RelyingPartyAuthenticationRequest(options, credential))
				.getId()
				.equals(owner);
		})).isPresent();
	}

	/** An administrator helps somebody who has lost what they signed in with. */
	@EventListener
	@Transactional(propagation = Propagation.MANDATORY)
	void on(SafetyChanged event) {
		if (event.what() == What.SECOND_FACTOR_RESET) {
			records(event.accountId()).forEach((one) -> this.passkeys.delete(one.getCredentialId()));
		}
	}

	private List<CredentialRecord> records(UUID accountId) {
		return this.passkeys.findByUserId(PasskeyOwners.handle(accountId));
	}

	@SuppressWarnings("unchecked")
	private <T> Optional<T> takeFrom(HttpSession session, String name) {
		Optional<T> options = Optional.ofNullable((T) session.getAttribute(name));
		session.removeAttribute(name);
		return options;
	}

	// Anybody can send anything: each way in which an answer is wrong has an exception of
	// its own, and all mean no.
	private static boolean holds(Check check) {
		try {
			return check.holds();
		}
		catch (DataAccessException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

	private interface Check {

		boolean holds();

	}

}
