// easy-template-x: the handler is kept and the file read once; the engine opens it for each document.
"use strict";
const fs = require("fs");
const { TemplateHandler } = require("easy-template-x");
const handler = new TemplateHandler();
let bytes = null;

require("./measured.js")((template, values) => {
	bytes = bytes || fs.readFileSync(template);
	return handler.process(bytes, values);
});
