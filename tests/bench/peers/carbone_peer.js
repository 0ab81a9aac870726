// carbone: node carbone_peer.js [-n N] TEMPLATE.docx DATA.json OUTPUT.docx
//
// The engine keeps the template's parts from one document to the next by itself.
"use strict";
const fs = require("fs");
const util = require("util");
const carbone = require("carbone");

const words = process.argv.slice(2);
const n = words[0] === "-n" ? Number(words.splice(0, 2)[1]) : 1;
const [template, data, output] = words;
const values = JSON.parse(fs.readFileSync(data, "utf8"));
const render = util.promisify(carbone.render);

async function main() {
	const start = process.hrtime.bigint(), before = process.cpuUsage();
	for (let i = 0; i < n; i++)
		fs.writeFileSync(output, await render(template, values, {}));
	const used = process.cpuUsage(before);
	console.log(`cpu ${((used.user + used.system) / 1e6).toFixed(6)}`);
	console.log((Number(process.hrtime.bigint() - start) / 1e9).toFixed(6));
	process.exit(0);
}
main();
