/*
 * Shows how far files have got while their form is sent. It sends the same form to the same address; without it, or in
 * a browser that lacks something, the form is sent as any other. All words stand in the page (fragments/papers.html).
 */
(function () {
	'use strict';

	/* A screen reader hears of every quarter, not of every per cent. */
	const STEP = 25;

	let underWay = null;

	document.addEventListener('submit', function (event) {
		const form = event.target;
		if (part(form, 'panel') && event.submitter && hasFiles(form)) {
			event.preventDefault();
			if (!underWay) {
				send(form, event.submitter);
			}
		}
	});

	document.addEventListener('click', function (event) {
		if (underWay && event.target.matches('[data-sending=cancel]')) {
			underWay.abort();
		}
	});

	function part(form, name) {
		return form.querySelector('[data-sending=' + name + ']');
	}

	function hasFiles(form) {
		return Array.from(form.querySelectorAll('input[type=file]')).some(function (field) {
			return field.files.length > 0;
		});
	}

	function send(form, button) {
		const fields = new FormData(form);
		fields.append(button.name, button.value);
		underWay = new XMLHttpRequest();
		/* the buttons are called action, and hide the form's own */
		underWay.open('POST', form.getAttribute('action'));
		underWay.responseType = 'document';
		underWay.upload.onprogress = function (event) {
			if (event.lengthComputable) {
				show(form, Math.floor(event.loaded * 100 / event.total));
			}
		};
		underWay.onload = function () {
			finish(form, button, this);
		};
		underWay.onerror = function () {
			breakOff(form, button);
		};
		underWay.onabort = function () {
			end(form);
			part(form, 'cancelled').hidden = false;
			button.focus();
		};
		part(form, 'cancelled').hidden = true;
		part(form, 'broken').hidden = true;
		part(form, 'panel').hidden = false;
		show(form, 0);
		part(form, 'cancel').focus();
		underWay.send(fields);
	}

	function show(form, percent) {
		const words = part(form, percent < 100 ? 'words' : 'checking').textContent.replace('0', percent);
		const status = part(form, 'status');
		part(form, 'label').textContent = words;
		part(form, 'bar').value = percent;
		if (percent >= 100 || Math.floor(percent / STEP) !== Math.floor((status.dataset.percent || -1) / STEP)) {
			status.dataset.percent = percent;
			status.textContent = words;
		}
	}

	function end(form) {
		underWay = null;
		part(form, 'panel').hidden = true;
		delete part(form, 'status').dataset.percent;
		part(form, 'status').textContent = '';
	}

	/* Goes where the answer leads; what the form is told in place of that comes onto this page. */
	function finish(form, button, answer) {
		const page = answer.response;
		const main = page && page.getElementById('main');
		if (!main || answer.status >= 500) {
			breakOff(form, button);
		}
		else if (answer.status < 400) {
			location.assign(answer.responseURL);
		}
		else {
			underWay = null;
			document.title = page.title;
			document.getElementById('main').replaceWith(main);
			(main.querySelector('.error-summary') || main).focus();
		}
	}

	function breakOff(form, button) {
		end(form);
		part(form, 'broken').hidden = false;
		part(form, 'again').onclick = function () {
			send(form, button);
		};
		part(form, 'again').focus();
	}
}());
