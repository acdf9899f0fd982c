/*
 * Watches from inside a page where Tab leads (KeyboardCheck presses it), and says what somebody without a mouse would miss.
 * Each stop is looked at when the next key comes: only then has the page been scrolled to it.
 */
(() => {
	'use strict';

	const CONTROLS = 'a[href], area[href], button, input:not([type=hidden]), select, textarea, details > summary:first-of-type, '
		+ 'iframe, [contenteditable], [tabindex]:not([tabindex^="-"])';

	/* A row, or the frame of a choice, may be what shows the focus of what stands in it. */
	const FRAMES = 4;

	/* A day and a time are typed in parts, each a stop of its own. */
	const PARTED = '[type=date], [type=time], [type=month], [type=datetime-local]';

	const PARTS = 4;

	const stops = [];
	const faults = [];
	const ownAddress = location.href;
	let ended = false;

	function name(element) {
		const words = (element.getAttribute('aria-label') || element.innerText || element.name || '').trim();
		return element.cloneNode(false).outerHTML.substring(0, 160) + (words ? ' « ' + words.substring(0, 60) + ' »' : '');
	}

	function isThere(element) {
		return element.checkVisibility({visibilityProperty: true})
			&& !element.matches(':disabled, [inert] *, [aria-hidden=true] *');
	}

	function scrolls(element) {
		const style = getComputedStyle(element);
		return element.scrollWidth > element.clientWidth + 1 && /auto|scroll/.test(style.overflowX)
			|| element.scrollHeight > element.clientHeight + 1 && /auto|scroll/.test(style.overflowY);
	}

	/* Somebody who cannot reach a region cannot scroll it, unless Tab leads to something in it. */
	function regions() {
		return [...document.querySelectorAll('body *:not(textarea, select)')]
			.filter((element) => element.scrollWidth > element.clientWidth + 1
				|| element.scrollHeight > element.clientHeight + 1)
			.filter((element) => scrolls(element) && isThere(element) && !element.querySelector(CONTROLS));
	}

	/* Radio buttons of one name are one stop. */
	function stopOf(element) {
		return element.type === 'radio' ? 'radio ' + element.name + ' of ' + [...document.forms].indexOf(element.form)
			: element;
	}

	function frames(element) {
		const found = [];
		for (let each = element; each && found.length <= FRAMES; each = each.parentElement) {
			found.push(each);
		}
		return found;
	}

	function look(element) {
		const style = getComputedStyle(element);
		const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0
			&& !/, 0\)$/.test(style.outlineColor);
		return [outlined && style.outline, style.boxShadow, style.borderColor, style.backgroundColor].join();
	}

	const main = document.querySelector('main');
	const all = [...document.querySelectorAll(CONTROLS)].filter(isThere).concat(regions());
	const header = all.filter((element) => element.compareDocumentPosition(main) & Node.DOCUMENT_POSITION_FOLLOWING
		&& !element.contains(main));
	const unfocused = new Map();
	let wanted = all;

	function isMarked(element) {
		return frames(element).some((each) => unfocused.has(each) && unfocused.get(each) !== look(each));
	}

	/* The middle first: it is enough, as a rule. */
	function points(box) {
		const part = (from, length) => [0.5, 0.1, 0.9].map((share) => from + share * length);
		return part(box.left, box.width).flatMap((x) => part(box.top, box.height).map((y) => [x, y]));
	}

	function isInSight(box) {
		return box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0
			&& box.left < innerWidth;
	}

	function isUncovered(element, box) {
		return points(box).some(([x, y]) => {
			const hit = document.elementFromPoint(x, y);
			return hit && (element.contains(hit) || hit.closest('label')?.control === element);
		});
	}

	function check(element) {
		const boxes = [...element.getClientRects()].filter(isInSight);
		if (boxes.length === 0) {
			faults.push('the focus is out of sight on ' + name(element));
		} else if (!boxes.some((box) => isUncovered(element, box))) {
			faults.push('something covers the focus on ' + name(element));
		}
		if (!isMarked(element)) {
			faults.push('nothing shows the focus on ' + name(element));
		}
	}

	function stand() {
		const here = document.activeElement;
		const last = stops[stops.length - 1];
		if (ended || here === last || !last && here.contains(main)) {
			return;
		}
		if (last && (here === document.body || here === all[0])) {
			ended = true;
			return;
		}
		if (last && !(last.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING)) {
			faults.push('the focus goes back from ' + name(last) + ' to ' + name(here));
		}
		stops.push(here);
		check(here);
	}

	/* A page with an error summary starts there; whoever looks at all of it starts at the top. */
	function goToTop() {
		document.body.tabIndex = -1;
		document.body.focus();
		document.body.removeAttribute('tabindex');
		document.activeElement.blur();
	}

	function onKey(event) {
		if (event.key === 'Tab') {
			stand();
		} else if (!document.activeElement.matches('a[href^="#"]')) {
			event.preventDefault();
		}
	}

	all.filter((element) => element.tabIndex > 0)
		.forEach((element) => faults.push('a tabindex changes the order of ' + name(element)));
	document.activeElement.blur();
	all.forEach((element) => frames(element).forEach((each) => unfocused.set(each, look(each))));
	goToTop();
	document.addEventListener('keydown', onKey, true);

	window.keyboardCheck = {

		/* What stands before the content: the same on many pages, whatever their addresses. */
		header: header.map((element) => element.tagName + element.className
			+ (element.getAttribute('href') || '').split('?')[0]).join(),

		/* Where the first stop leads; returns how often to press Tab to come past the end. */
		skip(fromTop) {
			const here = document.activeElement;
			if (here === document.body || !here.contains(main)) {
				faults.push('the first stop does not lead to the content: ' + name(here));
			}
			history.replaceState(history.state, '', ownAddress);
			if (fromTop) {
				goToTop();
			} else {
				wanted = all.filter((element) => !header.includes(element));
			}
			return new Set(wanted.map(stopOf)).size + PARTS * wanted.filter((element) => element.matches(PARTED)).length + 1;
		},

		isOver() {
			stand();
			return ended;
		},

		faults() {
			document.removeEventListener('keydown', onKey, true);
			if (!ended) {
				return faults.concat('Tab does not come past ' + name(document.activeElement));
			}
			const reached = new Set(stops.map(stopOf));
			return faults.concat(wanted.filter((element) => !reached.has(stopOf(element)))
				.map((element) => 'Tab never reaches ' + name(element)));
		}

	};
})();
