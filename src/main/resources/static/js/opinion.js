/*
 * Saves the draft of an opinion while a doctor types, a few seconds after each change. Without it the button below the form
 * does the same. All words and the address stand in the page (opinion/opinion.html) or come with the answer. When somebody
 * else has changed the draft, it stops and says so; what was typed stays in the page.
 */
(function () {
	'use strict';

	const AFTER_A_CHANGE = 4000;

	const AFTER_A_FAILURE = 30 * 1000;

	/* Saving keeps a session alive, so it happens after a change only, and failures are not tried again for ever. */
	const MOST_FAILURES = 10;

	const form = document.querySelector('form[data-autosave]');
	const status = document.getElementById('saved');
	let timer = null;
	let changed = false;
	let saving = false;
	let stopped = false;
	let failures = 0;

	function later(delay) {
		clearTimeout(timer);
		timer = setTimeout(save, delay);
	}

	function say(words) {
		if (words && status.textContent !== words) {
			status.textContent = words;
		}
	}

	function settle(answer, told) {
		failures = 0;
		say(told.said);
		if (answer.ok) {
			form.elements.revision.value = told.revision;
			if (!changed) {
				form.querySelectorAll('textarea').forEach(function (field) {
					field.defaultValue = field.value;
				});
			}
		} else if (answer.status === 409) {
			stopped = true;
		}
	}

	function save() {
		if (!changed || saving || stopped) {
			return;
		}
		changed = false;
		saving = true;
		fetch(form.dataset.autosave, {
			method: 'POST',
			body: new URLSearchParams(new FormData(form)),
			headers: {Accept: 'application/json'},
			redirect: 'error'
		}).then(function (answer) {
			if (!answer.ok && answer.status !== 409 && answer.status !== 422) {
				throw new Error();
			}
			return answer.json().then(function (told) {
				settle(answer, told);
			});
		}).catch(function () {
			changed = true;
			failures += 1;
			say(form.dataset.failed);
			if (failures < MOST_FAILURES) {
				later(AFTER_A_FAILURE);
			}
		}).finally(function () {
			saving = false;
			if (changed && failures === 0) {
				later(AFTER_A_CHANGE);
			}
		});
	}

	if (form) {
		form.addEventListener('input', function () {
			changed = true;
			failures = 0;
			later(AFTER_A_CHANGE);
		});
		/* A save under way would overtake the form that is being sent, so the form waits for it. */
		form.addEventListener('submit', function (event) {
			clearTimeout(timer);
			changed = false;
			if (saving) {
				const button = event.submitter;
				event.preventDefault();
				setTimeout(function () {
					form.requestSubmit(button);
				}, 200);
			}
		});
	}
}());
