// SPDX-License-Identifier: GPL-3.0-or-later
// Looks at report.html in headless Chromium: screens.mjs FOLDER NAME=FILE...
// Writes FOLDER/NAME-{desktop,phone,dark,plain}.png, the same with -way (a
// figure's list is open), and NAME-print.pdf, and fails where a page says
// something on the console, asks for something from anywhere, scrolls
// sideways, opens no list, or breaks a rule that axe-core calls serious.
import {mkdirSync, readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {chromium} from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url)
    .resolve("axe-core/axe.min.js"), "utf8");
const [, , folder, ...pages] = process.argv;
const views = [
	{name: "desktop", width: 1280, height: 900},
	{name: "phone", width: 390, height: 844, scale: 2},
	{name: "dark", width: 1280, height: 900, dark: true},
	{name: "plain", width: 1280, height: 900, plain: true},
];
const faults = [];

async function examine(browser, name, file, view) {
	const where = `${name}-${view.name}`;
	const context = await browser.newContext({
		viewport: {width: view.width, height: view.height},
		deviceScaleFactor: view.scale ?? 1,
		colorScheme: view.dark ? "dark" : "light",
		javaScriptEnabled: !view.plain,
		bypassCSP: false,
	});
	const page = await context.newPage();

	page.setDefaultTimeout(180000);	// a phone's page is long
	page.on("console", m => {
		if (m.type() === "error" || m.type() === "warning")
			faults.push(`${where}: console: ${m.text()}`);
	});
	page.on("pageerror", e => faults.push(`${where}: ${e.message}`));
	page.on("dialog", d => {
		faults.push(`${where}: a dialog: ${d.message()}`);
		d.dismiss();
	});
	page.on("request", r => {
		if (!r.url().startsWith("file:"))
			faults.push(`${where}: asks for ${r.url()}`);
	});
	await page.goto(pathToFileURL(resolve(file)).href);
	if (!view.plain)
		await check(page, where);
	await page.screenshot({path: `${folder}/${where}.png`, fullPage: true});
	await open(page, where);
	if (view.name === "desktop")
		await page.pdf({path: `${folder}/${name}-print.pdf`,
		    format: "A4", printBackground: true});
	await context.close();
}

// A figure opens its reviews: by a link alone, so also without a script.
async function open(page, where) {
	const link = page.locator("section#compare td a[href^='#w']").first();
	const way = page.locator(await link.getAttribute("href"));

	if (await way.isVisible())
		faults.push(`${where}: a list is seen before it is asked for`);
	await link.click();
	if (!await way.isVisible())
		faults.push(`${where}: a figure opens no list`);
	if (!page.url().includes("#w"))
		faults.push(`${where}: the list has no address`);
	if (await page.evaluate(() => document.documentElement.scrollWidth >
	    document.documentElement.clientWidth))
		faults.push(`${where}: scrolls sideways with a list`);
	await page.screenshot({path: `${folder}/${where}-way.png`});
	if (where.endsWith("-phone"))
		await look(page, `${where}-way`);
	await page.locator(".ways > a.shut").click();
	if (await way.isVisible())
		faults.push(`${where}: a list does not close`);
}

async function check(page, where) {
	const seen = await page.evaluate(() => ({
		wide: document.documentElement.scrollWidth -
		    document.documentElement.clientWidth,
		charts: document.querySelectorAll("figure.chart").length,
		drawn: document.querySelectorAll("figure.drawn svg").length,
		scripts: document.querySelectorAll("script:not([type])").length,
	}));

	if (seen.wide > 0)
		faults.push(`${where}: scrolls sideways by ${seen.wide}`);
	if (seen.charts !== seen.drawn)
		faults.push(`${where}: ${seen.drawn} of ${seen.charts} charts`);
	if (seen.scripts !== 1)
		faults.push(`${where}: ${seen.scripts} scripts`);
	console.log(`${where}: ${seen.drawn} charts`);
	await look(page, where);
}

async function look(page, where) {
	// Past the page's policy, which rightly forbids it to everybody else.
	const client = await page.context().newCDPSession(page);
	const run = async expression => (await client.send("Runtime.evaluate",
	    {expression, awaitPromise: true, returnByValue: true})).result.value;

	await run(axe);
	const found = JSON.parse(await run("axe.run(document, {resultTypes: " +
	    "['violations']}).then(r => JSON.stringify(r.violations.map(v => " +
	    "({id: v.id, impact: v.impact, at: v.nodes.slice(0, 3).map(n => " +
	    "n.target.join(' ') + ' ' + (n.any[0]?.message ?? ''))}))))"));

	console.log(`${where}: axe-core: ${found.length} violations`);
	for (const v of found)
		if (v.impact === "serious" || v.impact === "critical")
			faults.push(`${where}: axe ${v.id}: ${v.at.join("; ")}`);
		else
			console.log(`${where}: ${v.impact}: ${v.id}: ` +
			    v.at.join("; "));
}

mkdirSync(folder, {recursive: true});
const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM, args: ["--no-sandbox"]});

for (const entry of pages) {
	const [name, file] = entry.split("=", 2);

	// English and Arabic in every view, the others as they are seen first.
	for (const view of ["en", "ar"].includes(name) ? views :
	    views.slice(0, 2))
		await examine(browser, name, file, view);
}
await browser.close();
for (const fault of faults)
	console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);
