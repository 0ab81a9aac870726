// easy-template-x: node easy_template_x.js [-n N] TEMPLATE.docx DATA.json OUTPUT.docx
//
// The handler is kept; the template is read by the engine for each document.
"use strict";
const fs = require("fs");
const { TemplateHandler } = require("easy-template-x");

const words = process.argv.slice(2);
const n = words[0] === "-n" ? Number(words.splice(0, 2)[1]) : 1;
const [template, data, output] = words;
const bytes = fs.readFileSync(template);
const values = JSON.parse(fs.readFileSync(data, "utf8"));
const handler = new TemplateHandler();

async function main() {
	const start = process.hrtime.bigint(), before = process.cpuUsage();
	for (let i = 0; i < n; i++)
		fs.writeFileSync(output, await handler.process(bytes, values));
	const used = process.cpuUsage(before);
	console.log(`cpu ${((used.user + used.system) / 1e6).toFixed(6)}`);
	console.log((Number(process.hrtime.bigint() - start) / 1e9).toFixed(6));
}
main();
