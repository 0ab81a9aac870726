// docxtemplater: the engine changes its template while it fills it, so it is made anew for each document; the
// file is read once.
"use strict";
const fs = require("fs");
const PizZip = require("pizzip");
const Docxtemplater = require("docxtemplater");
let bytes = null;

require("./measured.js")((template, values) => {
	bytes = bytes || fs.readFileSync(template);
	const document = new Docxtemplater(new PizZip(bytes), { paragraphLoop: true });
	document.render(values);
	return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
});
