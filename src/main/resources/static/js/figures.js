/*
 * Draws a chart beside each table of figures, from the table itself, so that both always say the same. Without it, the
 * tables stand alone. Colours come from the stylesheet, and nothing moves.
 */
(function () {
	'use strict';

	const ROW = 28;

	const drawn = [];

	function colour(name) {
		return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
	}

	function draw(place) {
		const rows = Array.from(document.getElementById(place.dataset.of).tBodies[0].rows);
		const columns = place.dataset.chart === 'columns';
		place.hidden = false;
		if (!columns) {
			place.style.height = (rows.length * ROW + 2 * ROW) + 'px';
		}
		const numbers = {
			beginAtZero: true, ticks: {precision: 0, color: colour('--muted')}, grid: {color: colour('--line')}
		};
		const names = {ticks: {color: colour('--ink'), autoSkip: columns}, grid: {display: false}};
		drawn.push(new Chart(place.querySelector('canvas'), {
			type: 'bar',
			data: {
				labels: rows.map(function (row) {
					return row.cells[0].textContent.trim();
				}),
				datasets: [{
					data: rows.map(function (row) {
						return Number(row.cells[1].textContent);
					}),
					backgroundColor: colour('--accent'),
					maxBarThickness: ROW
				}]
			},
			options: {
				animation: false,
				maintainAspectRatio: false,
				indexAxis: columns ? 'x' : 'y',
				plugins: {legend: {display: false}},
				scales: columns ? {x: names, y: numbers} : {x: numbers, y: names}
			}
		}));
	}

	function drawAll() {
		drawn.splice(0).forEach(function (chart) {
			chart.destroy();
		});
		Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
		Chart.defaults.font.size = 14;
		document.querySelectorAll('[data-chart]').forEach(draw);
	}

	if (window.Chart) {
		drawAll();
		window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
	}
}());
