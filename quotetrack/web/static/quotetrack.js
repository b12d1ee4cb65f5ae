// Shows the card of the quote under the pointer or the focus; j and k walk from quote to quote.
"use strict";
(() => {
  const text = document.querySelector("article");
  const card = document.getElementById("card");
  if (!text || !card) return;
  document.documentElement.classList.add("js");
  const calls = [...text.querySelectorAll("a.call")];
  const notes = [...document.querySelectorAll("li.note")];
  let shown = 0, pinned = false, waiting = 0;

  const pieces = (n) => text.querySelectorAll(`[data-q~="${n}"], [data-m~="${n}"]`);
  const callOf = (n) => document.getElementById(notes[n - 1].id.replace(/^n-/, "c-"));

  // The quote that an element of the text speaks of: the one it signals, else the innermost that it belongs to.
  const quoteAt = (element) => {
    const call = element.closest(".call");
    if (call) return Number(call.dataset.n.replace("?", ""));
    const piece = element.closest("[data-m], [data-q]");
    return piece ? Number((piece.dataset.m || piece.dataset.q).split(" ")[0]) : 0;
  };

  const hide = () => {
    if (!shown) return;
    for (const piece of pieces(shown)) piece.classList.remove("on");
    callOf(shown)?.classList.remove("on");
    notes[shown - 1].classList.remove("on");
    card.hidden = true;
    card.replaceChildren();
    shown = 0;
    pinned = false;
  };

  const place = (rect) => {
    if (getComputedStyle(card).position === "fixed") { card.style.left = card.style.top = ""; return; }
    // Over the margin, level with the line, so that it covers no word of the article.
    const margin = document.querySelector(".margin").getBoundingClientRect();
    const top = Math.max(8, Math.min(rect.top - 14, innerHeight - card.offsetHeight - 12));
    card.style.left = `${margin.left - 28 + scrollX}px`;
    card.style.top = `${top + scrollY}px`;
  };

  const show = (n, at) => {
    if (!n || !notes[n - 1]) return;
    if (n !== shown) {
      hide();
      shown = n;
      for (const piece of pieces(n)) piece.classList.add("on");
      callOf(n)?.classList.add("on");
      const note = notes[n - 1];
      note.classList.add("on");
      card.replaceChildren(...[...note.children].map((child) => child.cloneNode(true)));
      const link = card.querySelector("a.back");
      const name = document.createElement("span");
      name.className = "who";
      name.textContent = note.querySelector(".who").textContent;
      const permalink = document.createElement("a");
      permalink.className = "permalink";
      permalink.href = link.getAttribute("href");
      permalink.textContent = "lien vers cette citation";
      link.replaceWith(name);
      card.append(permalink);
      card.hidden = false;
      const margin = note.closest(".margin");
      if (margin.scrollHeight > margin.clientHeight) margin.scrollTop = note.offsetTop - margin.clientHeight / 3;
    }
    place(at);
  };

  const firstLine = (element) => element.getClientRects()[0] || element.getBoundingClientRect();
  const lineUnder = (element, x, y) =>
    [...element.getClientRects()].find((r) => r.top <= y && y <= r.bottom && r.left <= x && x <= r.right) || firstLine(element);

  document.addEventListener("mouseover", (event) => {
    clearTimeout(waiting);
    const n = text.contains(event.target) ? quoteAt(event.target) : 0;
    if (n && !pinned) waiting = setTimeout(() => show(n, lineUnder(event.target, event.clientX, event.clientY)), 90);
    else if (!n && shown && !pinned && !card.contains(event.target) && !card.contains(document.activeElement)) waiting = setTimeout(hide, 260);
  });
  document.addEventListener("focusin", (event) => {
    const call = event.target.closest?.(".call");
    if (call) show(quoteAt(call), firstLine(call));
    else if (!card.contains(event.target)) hide();
  });
  text.addEventListener("click", (event) => {
    if (event.target.closest("a")) return;
    const n = quoteAt(event.target);
    if (!n) return hide();
    show(n, lineUnder(event.target, event.clientX, event.clientY));
    pinned = true;
  });

  const goTo = (n) => callOf(Math.min(Math.max(n, 1), notes.length))?.focus();
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") return hide();
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select")) return;
    if (event.key === "j") goTo(shown + 1);
    if (event.key === "k") goTo(shown ? shown - 1 : 1);
  });

  const follow = () => {
    if (!location.hash.startsWith("#q-")) return;
    const start = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const piece = start?.nextElementSibling;
    if (!piece?.dataset?.q) return;
    const call = document.getElementById(start.id.replace(/^q-/, "c-"));
    show(call ? quoteAt(call) : quoteAt(piece), firstLine(piece));
    pinned = true;
  };
  addEventListener("hashchange", follow);
  follow();
})();
