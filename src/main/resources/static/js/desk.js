/*
 * Makes the staff's workspace quicker: keys that lead somewhere, counts that stay true while a page is open, and a question
 * before typed words are left behind. Without it every page does the same by its links and buttons. All words and all
 * addresses stand in the page (layout/staff.html); an element names its key as data-key.
 */
(function () {
	'use strict';

	const MINUTE = 60 * 1000;

	/* Whoever has gone away must still be signed out in time: asking for counts keeps a session alive. */
	const STILL_HERE = 10 * MINUTE;

	/* Single keys get into the way of speech input, so they can be switched off (WCAG 2.1.4). */
	const OFF = 'keys-off';

	const help = document.getElementById('keys');
	const lists = document.querySelector('[data-counts]');
	let lastInput = Date.now();

	['pointerdown', 'keydown', 'scroll'].forEach(function (kind) {
		document.addEventListener(kind, function () {
			lastInput = Date.now();
		}, {passive: true});
	});

	/* What was typed and is kept nowhere yet: the browser asks before it is lost. */
	let sent = null;

	document.addEventListener('submit', function (event) {
		sent = event.defaultPrevented ? null : event.target;
	});

	window.addEventListener('beforeunload', function (event) {
		const lost = Array.from(document.querySelectorAll('textarea')).some(function (field) {
			return field.form !== sent && field.value !== field.defaultValue;
		});
		sent = null;
		if (lost) {
			event.preventDefault();
		}
	});

	/* Keys --------------------------------------------------------------------------------------- */

	function on() {
		try {
			return localStorage.getItem(OFF) === null;
		} catch (refused) {
			return true;
		}
	}

	function remember(wanted) {
		try {
			if (wanted) {
				localStorage.removeItem(OFF);
			} else {
				localStorage.setItem(OFF, '');
			}
		} catch (refused) {
			/* then it holds for this page */
		}
	}

	function isTyping(element) {
		return element.matches('input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]');
	}

	function rows() {
		return Array.from(document.querySelectorAll('.row-link td:first-child a'));
	}

	function row() {
		return rows().findIndex(function (link) {
			return link.closest('tr').contains(document.activeElement);
		});
	}

	function move(step) {
		const links = rows();
		const next = links[Math.max(0, Math.min(links.length - 1, row() + step))];
		if (next) {
			next.focus();
		}
	}

	function tick() {
		const link = rows()[row()];
		const box = link && link.closest('tr').querySelector('input[type=checkbox]');
		if (box) {
			box.checked = !box.checked;
		}
	}

	function use(key) {
		const target = document.querySelector('[data-key="' + CSS.escape(key) + '"]');
		if (!target) {
			return false;
		}
		if (isTyping(target)) {
			target.focus();
		} else {
			target.click();
		}
		return true;
	}

	document.addEventListener('keydown', function (event) {
		if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || isTyping(event.target)
				|| help.open || !on()) {
			return;
		}
		if (event.key === 'j' || event.key === 'k') {
			move(event.key === 'j' ? 1 : -1);
		} else if (event.key === 'x') {
			tick();
		} else if (event.key === '?') {
			help.showModal();
		} else if (!use(event.key)) {
			return;
		}
		event.preventDefault();
	});

	document.querySelectorAll('[data-keys=open]').forEach(function (button) {
		button.hidden = false;
		button.addEventListener('click', function () {
			help.showModal();
		});
	});

	const box = help.querySelector('input[type=checkbox]');
	box.checked = on();
	box.addEventListener('change', function () {
		remember(box.checked);
	});

	/* Counts ------------------------------------------------------------------------------------- */

	const changed = document.getElementById('list-changed');
	let first = null;

	function show(counts) {
		lists.querySelectorAll('[data-count]').forEach(function (element) {
			const count = counts[element.dataset.count];
			element.textContent = count;
			element.hidden = element.dataset.zero === 'hidden' && count === 0;
		});
		first = first || counts;
		if (changed && (counts.open !== first.open || counts.suspect !== first.suspect
				|| counts.unassigned !== first.unassigned)) {
			changed.querySelector('a').hidden = false;
		}
	}

	function ask() {
		if (document.hidden || Date.now() - lastInput > STILL_HERE) {
			return;
		}
		fetch(lists.dataset.counts, {headers: {Accept: 'application/json'}, redirect: 'error'})
			.then(function (answer) {
				return answer.ok ? answer.json() : null;
			})
			.then(function (counts) {
				if (counts) {
					document.dispatchEvent(new Event('session-used'));
					show(counts);
				}
			})
			.catch(function () {
				/* the counts stay as they are; the next page says what is wrong */
			});
	}

	if (lists) {
		ask();
		setInterval(ask, MINUTE);
		document.addEventListener('visibilitychange', ask);
	}
}());
