/*
 * Warns before a session ends because nobody did anything, and keeps what was typed when it did. All words stand in the page
 * (layout/staff.html), as do the seconds that a session lasts and the address that prolongs it. Without it a form that is
 * sent too late comes back as a page from which it can be sent again.
 */
(function () {
	'use strict';

	const soon = document.getElementById('idle-soon');
	const over = document.getElementById('idle-over');
	const life = Number(soon.dataset.seconds) * 1000;
	const warning = Math.min(2 * 60 * 1000, life / 2);

	/* All tabs share one session: what prolongs it in one counts in all. */
	const tabs = window.BroadcastChannel ? new BroadcastChannel('session') : null;
	let used = Date.now();
	let told = false;

	function prolonged() {
		used = Date.now();
		told = false;
		soon.close();
		over.close();
	}

	function prolong() {
		prolonged();
		if (tabs) {
			tabs.postMessage('used');
		}
	}

	function end() {
		told = true;
		soon.close();
		over.showModal();
	}

	/* Whoever signed in again meanwhile has another token; the forms of this page need it. */
	function stay(otherwise) {
		fetch(soon.dataset.stay, {headers: {Accept: 'application/json'}, redirect: 'error'})
			.then(function (answer) {
				return answer.ok ? answer.json() : Promise.reject();
			})
			.then(function (answer) {
				document.querySelectorAll('input[name=_csrf]').forEach(function (field) {
					field.value = answer.token;
				});
				prolong();
			})
			.catch(otherwise);
	}

	function look() {
		const left = used + life - Date.now();
		if (left <= 0 && !told) {
			end();
		} else if (left > 0 && left <= warning && !soon.open) {
			soon.showModal();
		}
	}

	function comeBack() {
		if (told && !document.hidden) {
			stay(function () {
				/* not signed in yet: the dialog says how */
			});
		}
	}

	soon.querySelector('form').addEventListener('submit', function () {
		stay(end);
	});
	soon.addEventListener('cancel', function () {
		stay(end);
	});
	document.addEventListener('session-used', prolong);
	document.addEventListener('visibilitychange', comeBack);
	if (tabs) {
		tabs.onmessage = function () {
			if (told) {
				comeBack();
			} else {
				prolonged();
			}
		};
		tabs.postMessage('used');
	}
	setInterval(look, 1000);
}());
