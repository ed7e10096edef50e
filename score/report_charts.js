// SPDX-License-Identifier: GPL-3.0-or-later
// The charts of report.html: each <figure class="chart"> holds what it draws
// as JSON (report_chart.c) and stands beside a table of the same figures.
// `make report-script` bundles this with Observable Plot as report_script.js.
import {areaY, axisX, axisY, barX, dot, gridX, gridY, lineY, plot, pointer,
	ruleX, ruleY, text, tip} from "@observablehq/plot";

const rtl = document.documentElement.dir === "rtl";
const read = node => JSON.parse(node.textContent);
const form = read(document.getElementById("form"));
// Those of the brands' marks in report_text.c.
const marks = ["circle", "square", "triangle", "diamond"];
const symbolOf = i => marks[i % marks.length];
const colourOf = i => `var(--brand-${i % 8})`;
const toneOf = row => row.tone ? `var(--tone-${row.tone})` : colourOf(row.at);

// Numbers as the rest of the page writes them.
function local(number) {
	return number.replace(/[0-9.\-+]/g, c => c === "." ? form.decimal :
	    c === "-" ? form.minus : c === "+" ? form.plus :
	    form.digits[+c]);
}
function decimals(value, places, sign) {
	return local((sign && value > 0 ? "+" : "") + value.toFixed(places));
}
const fill = (words, ...values) =>
	words.replace(/\{(\d)\}/g, (all, i) => values[i - 1]);

// What the tables say of the same figure, in the same words.
function said(row) {
	const lines = [row.name];

	if (row.series)
		lines.unshift(row.series);
	lines.push(row.range ? `${row.text} (${row.range})` : row.text);
	if (row.n != null)
		lines.push(`n = ${local(String(row.n))}`);
	return lines.join("\n");
}
// As many decimals as the tick has, two at most.
const placesOf = value => [0, 1].find(n =>
	Math.abs(value - value.toFixed(n)) < 1e-9) ?? 2;
const ticked = spec => value => spec.unit === "count" ?
	(Number.isInteger(value) ? local(String(value)) : "") :
	decimals(value, placesOf(value), spec.signed);

// Room for the longest name on the side where lines begin; names beyond it
// are cut, the tip and the table have them whole.
const widths = document.createElement("canvas").getContext("2d");
function room(names, width) {
	widths.font = "13px system-ui, sans-serif";
	const longest = Math.max(0, ...names.map(n =>
	    widths.measureText(n).width));

	return Math.ceil(Math.min(longest + 16, width * .38));
}
function cut(name, space) {
	let short = name;

	while (short.length > 1 && widths.measureText(short).width > space)
		short = short.slice(0, -2) + "…";
	return short;
}
function sides(start, end) {
	return rtl ? {marginLeft: end, marginRight: start} :
	    {marginLeft: start, marginRight: end};
}
const hover = (rows, options) => tip(rows, pointer({...options, title: "tip",
	fontSize: 13, textPadding: 10, pathFilter: null}));

// Rows of values with intervals; several brands to a row where `at` differs.
function intervals(spec, width) {
	const seen = new Set();

	// Two brands that look the same are still two rows.
	if (spec.names == null)
		for (const row of spec.rows) {
			while (seen.has(row.name))
				row.name += "\u200B";
			seen.add(row.name);
		}
	const rows = spec.rows.filter(r => r.value != null);
	const names = [...new Set(spec.rows.map(r => r.name))];
	const brands = [...new Set(spec.rows.map(r => r.at))];
	const many = spec.names != null;
	const step = many ? Math.max(30, 11 * brands.length + 14) : 38;
	const space = room(names, width);
	const moved = at => many ?
	    (brands.indexOf(at) - (brands.length - 1) / 2) * 11 : 0;
	const y = {y: "name", insetTop: 0};

	rows.forEach(r => {
		if (many)
			r.series = spec.names[r.at];
		r.tip = said(r);
	});
	return {
		...sides(space, 18), marginTop: 8, marginBottom: 30,
		height: names.length * step + 42,
		x: {domain: spec.domain, label: null, reverse: rtl},
		y: {domain: names, label: null, type: "point", padding: .5},
		marks: [
			gridX({stroke: "var(--line)", strokeOpacity: 1, ticks: 5}),
			axisX({tickFormat: ticked(spec), tickSize: 0, ticks: 5}),
			axisY({anchor: rtl ? "right" : "left", tickSize: 0,
			    tickFormat: n => cut(n, space - 14), fontSize: 13,
			    tickPadding: 8}),
			spec.zero == null ? null : ruleX([spec.zero],
			    {stroke: "var(--soft)"}),
			...brands.map(at => [
				ruleY(rows.filter(r => r.at === at &&
				    r.low != null), {...y, x1: "low", x2: "high",
				    dy: moved(at), stroke: toneOf,
				    strokeWidth: many ? 4 : 7,
				    strokeOpacity: .38, strokeLinecap: "round"}),
				dot(rows.filter(r => r.at === at), {...y,
				    x: "value", dy: moved(at), fill: toneOf,
				    r: many ? 4 : 5.5, symbol: symbolOf(at),
				    stroke: "var(--sheet)", strokeWidth: 1.2})]),
			many ? null : text(rows, {...y, x: "value", dy: -13,
			    text: "text", fontSize: 12,
			    fontWeight: 650, fill: "var(--ink)"}),
			hover(rows, {...y, x: "value"}),
		],
	};
}

// Shares that add up to all, one bar a row.
function stack(spec, width) {
	const names = spec.rows.map(r => r.name);
	const space = room(names, width);
	const parts = spec.rows.flatMap(r => {
		const sum = r.parts.reduce((a, b) => a + b, 0);
		let from = 0;

		return sum === 0 ? [] : r.parts.map((n, i) => {
			const part = {name: r.name, colour: spec.colours[i],
			    ink: spec.inks[i], from: 100 * from / sum,
			    share: 100 * n / sum};

			from += n;
			part.to = 100 * from / sum;
			part.middle = (part.from + part.to) / 2;
			part.tip = `${r.name}\n${spec.names[i]}: ${fill(
			    form.percent, decimals(part.share, 1))}\nn = ${
			    local(String(n))}`;
			return part;
		});
	});

	return {
		...sides(space, 12), marginTop: 4, marginBottom: 26,
		height: names.length * 40 + 32,
		x: {domain: [0, 100], label: null, reverse: rtl},
		y: {domain: names, label: null, padding: .22},
		marks: [
			barX(parts, {x1: "from", x2: "to", y: "name",
			    fill: p => `var(--${p.colour})`, inset: .6, r: 2}),
			text(parts.filter(p => p.share * (width - space) > 3200),
			    {x: "middle", y: "name", fontSize: 12,
			    fontWeight: 600, fill: p => `var(--${p.ink})`,
			    text: p => fill(form.percent,
			    decimals(p.share, 0))}),
			axisX({tickFormat: v => fill(form.percent,
			    local(String(v))), tickSize: 0, ticks: 4}),
			axisY({anchor: rtl ? "right" : "left", tickSize: 0,
			    tickFormat: n => cut(n, space - 14), fontSize: 13,
			    tickPadding: 8}),
			hover(parts, {x: "middle", y: "name"}),
		],
	};
}

const monthOf = label => Date.UTC(+label.slice(0, 4), +label.slice(5, 7) - 1);
function monthsBetween(first, last) {
	const months = [];

	for (let at = new Date(first); +at <= last;
	    at.setUTCMonth(at.getUTCMonth() + 1))
		months.push(+at);
	return months;
}

// A line for each brand with a band for its interval.  A month without a
// figure breaks the line: absent is not zero.
function lines(spec, width) {
	const known = spec.rows.filter(r => r.value != null);
	const step = spec.kind === "steps";
	const brands = [...new Set(known.map(r => r.at))];
	const at = r => step ? r.x : monthOf(r.name);
	const all = step ? [] : monthsBetween(
	    Math.min(...known.map(at)), Math.max(...known.map(at)));
	const x = {x: r => step ? r.x : new Date(r.time), y: "value"};
	const series = brands.map(b => {
		const mine = new Map(known.filter(r => r.at === b)
		    .map(r => [at(r), r]));

		return step ? [...mine.values()] : all.map(time => {
			const row = mine.get(time);

			if (row === undefined)
				return {time, at: b, value: NaN, low: NaN,
				    high: NaN};
			return {...row, time, name: monthName(time)};
		});
	});
	const points = series.flat().filter(r => !Number.isNaN(r.value));
	const curve = step ? "step-after" : "linear";

	points.forEach(r => {
		r.series = spec.names[r.at];
		r.tip = said(r);
	});
	return {
		...sides(44, 20), marginTop: 12, marginBottom: 30,
		height: Math.max(210, Math.min(300, width * .42)),
		x: {label: null, type: step ? "linear" : "utc",
		    reverse: rtl, domain: spec.xDomain, inset: step ? 0 : 8},
		y: {label: null, domain: spec.domain, nice: !spec.domain,
		    zero: ["count", "rate"].includes(spec.unit)},
		marks: [
			gridY({stroke: "var(--line)", strokeOpacity: 1, ticks: 5}),
			axisY({anchor: rtl ? "right" : "left", tickSize: 0,
			    ticks: 5, tickFormat: ticked(spec)}),
			step ? axisX({ticks: spec.ticks.map(t => t[0]),
			    tickSize: 4, tickFormat: v => (spec.ticks.find(t =>
			    t[0] === v) || ["", ""])[1]}) :
			    axisX({ticks: thinned(all, width), tickSize: 4,
			    tickFormat: v => monthName(+v)}),
			spec.zero == null ? null : ruleY([spec.zero],
			    {stroke: "var(--soft)"}),
			spec.marks ? ruleX(spec.marks.map(m =>
			    new Date(m.time)), {stroke: "var(--bad)",
			    strokeDasharray: "3 3"}) : null,
			...series.map((rows, i) => [
				rows.some(r => r.low != null) ? areaY(rows, {
				    x: x.x, y1: "low", y2: "high", curve,
				    fill: colourOf(brands[i]), fillOpacity: .13})
				    : null,
				lineY(rows, {...x, curve,
				    stroke: colourOf(brands[i]),
				    strokeWidth: 2.2})]),
			step ? null : series.map((rows, i) => dot(
			    rows.filter(r => !Number.isNaN(r.value)), {...x,
			    symbol: symbolOf(brands[i]), r: 3.6,
			    fill: colourOf(brands[i]), stroke: "var(--sheet)",
			    strokeWidth: 1})),
			hover(points, x),
		],
	};
}
function thinned(months, width) {
	const most = Math.max(2, Math.floor(width / 74));
	const every = Math.ceil(months.length / most);

	return months.filter((m, i) => (months.length - 1 - i) % every === 0)
	    .map(m => new Date(m));
}
function monthName(time) {
	const at = new Date(time);

	return fill(form.month, form.months[at.getUTCMonth()],
	    local(String(at.getUTCFullYear())));
}

const kinds = {intervals, stack, lines, steps: lines};

function draw(figure) {
	const spec = read(figure.querySelector("script"));
	const room = figure.querySelector(".canvas");
	const label = figure.querySelector("figcaption").textContent;
	const width = Math.floor(figure.parentElement.classList.contains("grid")
	    ? room.clientWidth : Math.min(room.clientWidth, 900));

	if (width < 40)
		return;
	const options = kinds[spec.kind](spec, width);
	const svg = plot({...options, marks: options.marks.flat(3), width,
	    className: "plot", style: {background: "none"}});

	// Its own style sheet stands in ours: the page's policy knows one.
	svg.querySelectorAll("style").forEach(s => s.remove());
	// A picture has one label; its parts have none of their own.
	svg.querySelectorAll("[aria-label], [aria-description]").forEach(g => {
		g.removeAttribute("aria-label");
		g.removeAttribute("aria-description");
	});
	svg.setAttribute("role", "img");
	svg.setAttribute("aria-label", label);
	room.replaceChildren(svg);
}

const figures = [...document.querySelectorAll("figure.chart")];

function drawAll() {
	// All of them first: each has the room that it has beside the others.
	for (const figure of figures)
		figure.classList.add("drawn");
	for (const figure of figures) {
		try {
			draw(figure);
		} catch (e) {
			// A chart that cannot be drawn leaves its table.
			figure.classList.remove("drawn");
			console.error(e);
		}
	}
}

let last = 0, waiting = 0;
function redraw() {
	if (window.innerWidth === last)
		return;
	last = window.innerWidth;
	cancelAnimationFrame(waiting);
	waiting = requestAnimationFrame(drawAll);
}
last = window.innerWidth;
drawAll();
addEventListener("resize", redraw);
