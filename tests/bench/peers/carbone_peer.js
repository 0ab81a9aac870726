// carbone: the engine keeps the template's parts from one document to the next by itself.
"use strict";
const util = require("util");
const render = util.promisify(require("carbone").render);

require("./measured.js")((template, values) => render(template, values, {}));
