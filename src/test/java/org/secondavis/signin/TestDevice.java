package org.secondavis.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.extension.authenticator.RegistrationExtensionAuthenticatorOutput;
import org.secondavis.Visitor.Page;

/** A device that makes a passkey when a page asks for one, as js/passkey.js sends it. */
final class TestDevice {

	/** The public address of the tests. */
	private static final String SITE = "avis.example";

	private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

	private final byte[] id = new byte[16];

	TestDevice() {
		new SecureRandom().nextBytes(this.id);
	}

	/** By what name the clinic will know the passkey. */
	String id() {
		return BASE64.encodeToString(this.id);
	}

	/** What it answers to this page. */
	String answer(Page page) {
		String challenge = page.body()
			.replaceAll("(?s).*data-options=\"([^\"]*)\".*", "$1")
			.replace("&quot;", "\"")
			.replaceAll(".*\"challenge\":\"([^\"]+)\".*", "$1");
		String said = "{\"type\":\"webauthn.create\",\"challenge\":\"%s\",\"origin\":\"https://%s\",\"crossOrigin\":false}"
			.formatted(challenge, SITE);
		return """
				{"id":"%1$s","rawId":"%1$s","type":"public-key","response":{"clientDataJSON":"%2$s","attestationObject":"%3$s",
				"transports":["internal"]},"clientExtensionResults":{},"authenticatorAttachment":"platform"}
				"""
			.formatted(id(), BASE64.encodeToString(said.getBytes(StandardCharsets.UTF_8)), attestation());
	}

	private String attestation() {
		try {
			KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
			keys.initialize(new ECGenParameterSpec("secp256r1"));
			ECPublicKey key = (ECPublicKey) keys.generateKeyPair().getPublic();
			byte flags = AuthenticatorData.BIT_UP | AuthenticatorData.BIT_UV | AuthenticatorData.BIT_AT;
			AuthenticatorData<RegistrationExtensionAuthenticatorOutput> data = new AuthenticatorData<>(
					MessageDigest.getInstance("SHA-256").digest(SITE.getBytes(StandardCharsets.UTF_8)), flags, 0,
					new AttestedCredentialData(AAGUID.ZERO, this.id,
							EC2COSEKey.create(key, COSEAlgorithmIdentifier.ES256)));
			return new AttestationObjectConverter(new ObjectConverter())
				.convertToBase64urlString(new AttestationObject(data, new NoneAttestationStatement()));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
