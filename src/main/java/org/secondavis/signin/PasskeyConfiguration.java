package org.secondavis.signin;

import java.net.URI;
import java.util.Set;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

import org.secondavis.clinic.PublicAddress;

@Configuration(proxyBeanMethods = false)
class PasskeyConfiguration {

	@Bean
	UserCredentialRepository passkeyStore(JdbcOperations jdbc) {
		return new JdbcUserCredentialRepository(jdbc);
	}

	/**
	 * Passkeys belong to the host of the public address. The device has to make sure that
	 * its owner is there: by a finger, a face or a number.
	 */
	@Bean
	WebAuthnRelyingPartyOperations relyingParty(PasskeyOwners owners, UserCredentialRepository passkeys,
			PublicAddress address) {
		URI site = URI.create(address.baseUrl());
		Webauthn4JRelyingPartyOperations operations = new Webauthn4JRelyingPartyOperations(owners, passkeys,
				PublicKeyCredentialRpEntity.builder().id(site.getHost()).name(site.getHost()).build(),
				Set.of(site.getScheme() + "://" + site.getAuthority()));
		operations.setCustomizeCreationOptions(
				(options) -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
					.userVerification(UserVerificationRequirement.REQUIRED)
					.residentKey(ResidentKeyRequirement.PREFERRED)
					.build()));
		operations
			.setCustomizeRequestOptions((options) -> options.userVerification(UserVerificationRequirement.REQUIRED));
		return operations;
	}

}
