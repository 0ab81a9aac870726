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

	/* New words for a part of the page: what was open stays open, and the focus stays where it was. */
	function renew(id, html) {
		const place = byId(id);
		const closed = {};
		const focused = place.contains(document.activeElement) && document.activeElement.closest("[id]");

		for (const details of place.querySelectorAll("details[id]"))
			closed[details.id] = !details.open;
		place.innerHTML = html;
		for (const details of place.querySelectorAll("details[id]")) {
			if (details.id in closed)
				details.open = !closed[details.id];
		}
		if (focused && byId(focused.id))
			byId(focused.id).focus({ preventScroll: true });
	}

	/* --- the document --- */

	function shown() {
		const page = frame.contentDocument;

		return page && page.body && page.body.childElementCount > 0 ? page : null;
	}

	/* A paragraf that moves down keeps its heading, not its number. */
	const wordsOf = (element) => element.textContent.replace(/\d+/, "").replace(/\s+/g, "");

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

	/* The frame reads it itself: its own policy lets the document's styles in, this page's does not. */
	function renewDocument(html) {
		const page = shown();

		if (html === "")
			return;
		if (page === null) {
			frame.src = address("document");
			return;
		}
		const was = hold(page);

		page.documentElement.innerHTML = html;
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
		for (const other of element.ownerDocument.querySelectorAll(".pv-shown"))
			other.classList.remove("pv-shown");
		element.classList.add("pv-shown");
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

	/* --- what is new --- */

	function put(report, html) {
		body.classList.toggle("pv-broken", !report.good);
		if (report.read || body.classList.contains("pv-empty"))
			byId("pv-title").textContent = report.title;
		document.title = report.status_word + ": " + byId("pv-title").textContent;
		renew("pv-status", report.html.status);
		renew("pv-messages", report.html.messages);
		if (report.read)
			renew("pv-panel", report.html.panel);
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

	async function refresh() {
		const mine = ++newest;

		try {
			const answers = await Promise.all([fetch(address("report")), fetch(address("document"))]);
			const report = await answers[0].json();
			const html = answers[1].ok ? await answers[1].text() : "";

			if (mine === newest)
				put(report, html);
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
		const events = new EventSource("events");

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
		if (target.dataset.needs)
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
