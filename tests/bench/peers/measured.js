// What the peers on node have in common: PEER [-n N] TEMPLATE DATA.json OUTPUT makes the document N times and
// prints what that took.
"use strict";
const fs = require("fs");

// make(template, values) gives the document's bytes, or a promise of them.
module.exports = async function measured(make) {
	const words = process.argv.slice(2);
	const n = words[0] === "-n" ? Number(words.splice(0, 2)[1]) : 1;
	const [template, data, output] = words;
	const values = JSON.parse(fs.readFileSync(data, "utf8"));

	const start = process.hrtime.bigint(), before = process.cpuUsage();
	for (let i = 0; i < n; i++)
		fs.writeFileSync(output, await make(template, values));
	const used = process.cpuUsage(before);
	console.log(`cpu ${((used.user + used.system) / 1e6).toFixed(6)}`);
	console.log((Number(process.hrtime.bigint() - start) / 1e9).toFixed(6));
	process.exit(0);
};
