/*
 * Asks the device for a passkey, or for a new one, when a form is sent that needs it (data-passkey: get or create). What the
 * device is asked for stands in the form (data-options), and its answer is sent with the form. It knows no words and no
 * addresses: all stand in the page. Without it the page says how to go on otherwise.
 */
(function () {
	'use strict';

	const form = document.querySelector('form[data-passkey]');

	if (!form || !window.PublicKeyCredential || !navigator.credentials) {
		return;
	}

	const creating = form.dataset.passkey === 'create';
	const failed = document.querySelector('[data-passkey-failed] > *');

	/* Bytes travel as base64url; browsers that read and write it themselves are not old enough yet. */
	function bytes(text) {
		return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), function (sign) {
			return sign.charCodeAt(0);
		});
	}

	function text(buffer) {
		return btoa(String.fromCharCode.apply(null, new Uint8Array(buffer)))
			.replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
	}

	function known(credentials) {
		return (credentials || []).map(function (one) {
			return Object.assign({}, one, {id: bytes(one.id)});
		});
	}

	function question() {
		const options = JSON.parse(form.dataset.options);
		options.challenge = bytes(options.challenge);
		if (creating) {
			options.user.id = bytes(options.user.id);
			options.excludeCredentials = known(options.excludeCredentials);
		} else {
			options.allowCredentials = known(options.allowCredentials);
		}
		return {publicKey: options};
	}

	function answer(credential) {
		const said = credential.response;
		const response = {clientDataJSON: text(said.clientDataJSON)};
		if (creating) {
			response.attestationObject = text(said.attestationObject);
			response.transports = said.getTransports ? said.getTransports() : [];
		} else {
			response.authenticatorData = text(said.authenticatorData);
			response.signature = text(said.signature);
			response.userHandle = said.userHandle ? text(said.userHandle) : undefined;
		}
		return JSON.stringify({
			id: credential.id,
			rawId: text(credential.rawId),
			type: credential.type,
			response: response,
			clientExtensionResults: credential.getClientExtensionResults(),
			authenticatorAttachment: credential.authenticatorAttachment || undefined
		});
	}

	form.hidden = false;
	document.querySelectorAll('[data-passkey-without]').forEach(function (words) {
		words.hidden = true;
	});

	form.addEventListener('submit', function (event) {
		event.preventDefault();
		failed.hidden = true;
		(creating ? navigator.credentials.create(question()) : navigator.credentials.get(question()))
			.then(function (credential) {
				form.elements.credential.value = answer(credential);
				form.submit();
			})
			.catch(function () {
				/* stopped, too late, or known already: the device has said which */
				failed.hidden = false;
			});
	});
}());
