/* The live page: follows the meeting's file, and puts what is new in place without a reload. What is shown
 * comes ready from the server: nothing is put together here. */
"use strict";

(function () {
	const byId = (id) => document.getElementById(id);
	const body = document.body;
	const frame = byId("pv-frame");
	const words = byId("pv-words").dataset;
	const narrow = window.matchMedia("(max-width: 52rem)");
	const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
	let edition = body.dataset.edition === "offentlig" ? "offentlig" : "fullstandig";
	let pages = null;               /* the frame of the page-true view, once asked for */
	let newest = 0;                 /* answers that come late are dropped */
	let told = "";

	const address = (name) => name + "?edition=" + edition;
	const movement = () => (calm.matches ? "auto" : "smooth");

	function say(text) {
		if (text !== told)
			byId("pv-told").textContent = told = text;
	}

	/* --- what is new, put into what is shown --- */

	/* What only the page knows of an element: what is open, what was pointed out. */
	const own = ["open", "tabindex", "data-shown"];

	/* What moves down keeps its words, not its numbers. */
	const wordsOf = (node) => node.textContent.replace(/\d+|\s+/g, "");

	function renewAttributes(old, fresh) {
		for (const { name } of Array.from(old.attributes)) {
			if (!own.includes(name) && !fresh.hasAttribute(name))
				old.removeAttribute(name);
		}
		for (const { name, value } of fresh.attributes) {
			if (!own.includes(name) && old.getAttribute(name) !== value)
				old.setAttribute(name, value);
		}
	}

	/* Makes the old one as the fresh one is, and leaves all that is the same where it is: with its focus,
	 * its place and whether it is open. */
	function renew(old, fresh) {
		if (old.isEqualNode(fresh))
			return;
		if (old.nodeType !== Node.ELEMENT_NODE) {
			old.nodeValue = fresh.nodeValue;
			return;
		}
		renewAttributes(old, fresh);
		renewChildren(old, fresh);
	}

	function renewChildren(old, fresh) {
		const named = (node) => ({ node: node, name: node.nodeName, words: wordsOf(node) });
		const was = Array.from(old.childNodes, named);
		const now = Array.from(fresh.childNodes, named);
		const same = (a, b) => a.name === b.name && a.words === b.words;

		now.forEach((one, i) => {
			/* Nothing but space is not looked for further down: it is everywhere. */
			const at = one.words === "" && !(was.length > 0 && same(was[0], one)) ? -1 :
				was.findIndex((other) => same(other, one));

			for (const gone of was.splice(0, at))
				gone.node.remove();
			if (at >= 0 || (was.length > 0 && was[0].name === one.name &&
					!now.slice(i + 1).some((later) => same(was[0], later))))
				renew(was.shift().node, one.node);
			else
				old.insertBefore(one.node, was.length > 0 ? was[0].node : null);
		});
		for (const gone of was)
			gone.node.remove();
	}

	/* HTML is read by the document that shows it: its own policy lets its styles in, another's does not. */
	function renewFrom(place, html) {
		const fresh = place.ownerDocument.createElement(place.nodeName);

		fresh.innerHTML = html;
		renewChildren(place, fresh);
	}

	/* --- the document --- */

	function shown() {
		const page = frame.contentDocument;

		return page && page.body && page.body.childElementCount > 0 ? page : null;
	}

	function sameAs(page, held) {
		const element = page.getElementById(held.id);

		if (element && wordsOf(element) === held.words)
			return element;
		return Array.from(page.querySelectorAll("[id]")).find((other) => wordsOf(other) === held.words) || element;
	}

	/* The place in the document that is read now: an anchor near the top of the window, and how far
	 * from there it stands. */
	function hold(page) {
		let held = null;

		for (const element of page.querySelectorAll("[id]")) {
			const top = element.getBoundingClientRect().top;

			if (held === null || top <= 1 || Math.abs(top) < Math.abs(held.top))
				held = { id: element.id, words: wordsOf(element), top: top };
			if (top > 1)
				break;
		}
		return { held: held, x: frame.contentWindow.scrollX, y: frame.contentWindow.scrollY };
	}

	function resume(page, was) {
		const element = was.held === null || was.y === 0 ? null : sameAs(page, was.held);

		frame.contentWindow.scrollTo(was.x, was.y);
		if (element !== null)
			frame.contentWindow.scrollBy(0, element.getBoundingClientRect().top - was.held.top);
	}

	function renewDocument(html) {
		const page = shown();

		if (html === "")
			return;
		if (page === null) {
			frame.src = address("document");
			return;
		}
		const was = hold(page);

		renewFrom(page.documentElement, html);
		resume(page, was);
	}

	/* The last readable document stays; what is wrong now is marked in it. */
	function mark(marks) {
		const page = shown();

		for (const old of page === null ? [] : page.querySelectorAll(".pv-marks"))
			old.remove();
		for (const one of page === null ? [] : marks) {
			const place = page.getElementById(one.anchor);

			if (place)
				place.insertAdjacentHTML(/^(H[1-6]|P)$/.test(place.tagName) ? "beforebegin" : "afterbegin", one.html);
		}
	}

	/* --- from messages to their places, and back --- */

	function show(element, scroll) {
		for (const other of element.ownerDocument.querySelectorAll("[data-shown]"))
			delete other.dataset.shown;
		element.dataset.shown = "";
		element.scrollIntoView({ block: scroll, behavior: movement() });
		element.setAttribute("tabindex", "-1");
		element.focus({ preventScroll: true });
	}

	function showPlace(anchor) {
		const page = shown();
		const element = page && page.getElementById(anchor);

		choose("document");
		if (!element)
			return;
		if (narrow.matches)
			frame.scrollIntoView({ block: "start" });
		show(anchor === "pv-top" ? page.querySelector("h1") || element : element, "center");
	}

	function showMessage(id) {
		const message = byId(id);

		if (!message)
			return;
		for (let up = message.parentElement; up; up = up.parentElement) {
			if (up.tagName === "DETAILS")
				up.open = true;
		}
		show(message, "center");
	}

	/* Links of the document lead to places in it only. */
	function followLink(event) {
		const link = event.target.closest("a[href]");

		if (!link)
			return;
		if (link.dataset.message)
			showMessage(link.dataset.message);
		if (link.dataset.message || !link.getAttribute("href").startsWith("#"))
			event.preventDefault();
	}

	/* --- views, editions --- */

	/* LibreOffice takes some seconds. A viewer keeps no place when the pages are new. */
	function showPages() {
		if (pages === null) {
			pages = document.createElement("iframe");
			pages.title = words.pages;
			pages.addEventListener("load", () => { byId("pv-busy").hidden = true; });
			frame.after(pages);
		}
		byId("pv-busy").hidden = false;
		say(byId("pv-busy").textContent);
		pages.src = address("pages.pdf") + "&version=" + newest + "#navpanes=0&view=FitH";
	}

	function choose(view) {
		const flowing = view === "document";

		if (!flowing && (pages === null || pages.hidden))
			showPages();
		if (flowing)
			byId("pv-busy").hidden = true;
		frame.hidden = !flowing;
		if (pages !== null)
			pages.hidden = flowing;
		for (const button of document.querySelectorAll("[data-view]"))
			button.setAttribute("aria-pressed", String(button.dataset.view === view));
	}

	function chooseEdition(name) {
		edition = name;
		history.replaceState(null, "", "?edition=" + name);
		for (const link of document.querySelectorAll("[data-edition]")) {
			if (link.dataset.edition === name)
				link.setAttribute("aria-current", "true");
			else
				link.removeAttribute("aria-current");
		}
		for (const link of document.querySelectorAll("[data-download]"))
			link.href = address("download." + link.dataset.download);
		refresh();
	}

	/* --- the news --- */

	/* Of a file with a mistake no document can be made. */
	function able(good) {
		for (const tool of document.querySelectorAll("[data-download], [data-view=pages]")) {
			if (good)
				tool.removeAttribute("aria-disabled");
			else
				tool.setAttribute("aria-disabled", "true");
		}
	}

	function put(report, html) {
		body.classList.toggle("pv-broken", !report.good);
		able(report.good);
		if (report.read || body.classList.contains("pv-empty"))
			byId("pv-title").textContent = report.title;
		document.title = report.status_word + ": " + byId("pv-title").textContent;
		renewFrom(byId("pv-status"), report.html.status);
		renewFrom(byId("pv-messages"), report.html.messages);
		if (report.read)
			renewFrom(byId("pv-panel"), report.html.panel);
		if (!report.good && narrow.matches)
			byId("pv-card-messages").open = true;
		if (report.good)
			renewDocument(html);
		else
			mark(report.marks);
		body.classList.toggle("pv-empty", html === "" && shown() === null);
		if (report.good && pages !== null && !pages.hidden)
			showPages();
		say(words.updated + ": " + report.status_word + ", " + report.summary);
	}

	/* A page that is opened while there is a mistake has not seen what could be read before. */
	async function recall() {
		const answer = await fetch(address("last"));

		if (answer.status !== 200)
			return;
		const last = await answer.json();

		byId("pv-title").textContent = last.title;
		renewFrom(byId("pv-panel"), last.html.panel);
	}

	async function refresh() {
		const mine = ++newest;

		try {
			const answers = await Promise.all([fetch(address("report")), fetch(address("document"))]);
			const report = await answers[0].json();
			const html = answers[1].ok ? await answers[1].text() : "";

			if (mine !== newest)
				return;
			put(report, html);
			if (!report.read && byId("pv-panel").childElementCount === 0)
				await recall();
		} catch (error) {
			lost();
		}
	}

	function lost() {
		body.classList.add("pv-lost");
		byId("pv-gone").hidden = false;
		say(words.gone);
	}

	function listen() {
		const events = new EventSource("events?after=" + body.dataset.version);

		events.addEventListener("state", refresh);
		events.addEventListener("error", lost);
		events.addEventListener("open", () => {
			body.classList.remove("pv-lost");
			byId("pv-gone").hidden = true;
		});
	}

	document.addEventListener("click", (event) => {
		const target = event.target.closest("a, button");

		if (!target)
			return;
		if (target.ariaDisabled === "true")
			say(byId("pv-status").textContent);
		else if (target.dataset.needs)
			byId(target.dataset.needs).hidden = false;
		else if (target.dataset.jump)
			showPlace(target.dataset.jump);
		else if (target.dataset.edition)
			chooseEdition(target.dataset.edition);
		else if (target.dataset.view)
			choose(target.dataset.view);
		else if (target.classList.contains("pv-skip"))
			frame.contentWindow.focus();
		else
			return;
		event.preventDefault();
	});
	frame.addEventListener("load", () => {
		frame.contentDocument.addEventListener("click", followLink);
		body.classList.toggle("pv-empty", shown() === null);
		/* It is the last readable one then, and knows nothing of what is wrong now. */
		if (body.classList.contains("pv-broken"))
			refresh();
	});
	if (frame.contentDocument && frame.contentDocument.readyState === "complete")
		frame.dispatchEvent(new Event("load"));
	/* On paper the frame is as high as its document: nothing of it is left out. */
	window.addEventListener("beforeprint", () => {
		if (shown() !== null)
			frame.style.height = frame.contentDocument.documentElement.scrollHeight + "px";
	});
	window.addEventListener("afterprint", () => { frame.style.height = ""; });
	if (narrow.matches) {
		for (const card of document.querySelectorAll(".pv-card"))
			card.open = card.id === "pv-card-messages" && body.classList.contains("pv-broken");
	}
	listen();
})();
