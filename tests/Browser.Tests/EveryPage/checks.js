// What a page must keep, looked at from inside it. Each function gives a list of sentences; an empty list is good.
(() => {
  const words = (element) => (element.getAttribute("aria-label") || element.textContent).trim().replace(/\s+/g, " ").slice(0, 40);
  const name = (element) => `${element.tagName.toLowerCase()}${element.id ? "#" + element.id : ""}${[...element.classList].map((part) => "." + part).join("")} “${words(element)}”`;
  const isHidden = (element) => !element.checkVisibility({ visibilityProperty: true }) || element.closest(".vh, .skip") !== null;
  // Wide things that scroll in a frame of their own, by design.
  const mayScroll = ".matrix-wrap, .tabs, .board, .timeline, .pane, pre, textarea, select";

  const scrolls = (style) => style.overflowX === "auto" || style.overflowX === "scroll";
  const scroller = (element) => {
    for (let at = element; at && at !== document.documentElement; at = at.parentElement) {
      if (scrolls(getComputedStyle(at)) || at.matches("select")) return at;
    }
    return null;
  };

  function* texts() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.data.trim() || isHidden(parent) || parent.closest("script, style, option, svg, textarea")) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) if (box.width > 0 && box.height > 0) yield [parent, box];
    }
  }

  const cutBy = (element, box) => {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (scrolls(style) || style.overflowY === "auto" || style.overflowY === "scroll") return null;
      const frame = at.getBoundingClientRect();
      const hides = style.overflowX === "hidden" || style.overflowX === "clip";
      if (hides && frame.width > 2 && (box.right > frame.right + 2 || box.left < frame.left - 2 || box.bottom > frame.bottom + 4)) return at;
    }
    return null;
  };

  const leavesItsBox = (element, box) => {
    const holder = element.closest("td, th, .btn, li, p, dd, dt, label, figure, h1, h2, h3");
    return holder && !scroller(holder) && box.right > holder.getBoundingClientRect().right + 3;
  };

  const heading = () => {
    const count = [...document.querySelectorAll("h1")].filter((element) => element.checkVisibility()).length;
    return count === 1 ? [] : [`has ${count} visible h1`];
  };

  const width = () => {
    const page = document.scrollingElement;
    if (page.scrollWidth <= page.clientWidth) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((element) => !isHidden(element) && element.getBoundingClientRect().right > page.clientWidth + 1 && !scroller(element.parentElement));
    return [`scrolls sideways (${page.scrollWidth} in ${page.clientWidth}): ${wide.slice(0, 3).map(name).join(", ")}`];
  };

  const frames = () => [...document.body.querySelectorAll("*")]
    .filter((element) => !isHidden(element) && element.scrollWidth > element.clientWidth + 1 && scrolls(getComputedStyle(element)) && !element.matches(mayScroll))
    .map((element) => `scrolls sideways in a frame: ${name(element)}`);

  const pictures = () => [...document.querySelectorAll("img, svg, canvas")]
    .filter((element) => !isHidden(element) && element.closest("[aria-hidden=true]") === null && !element.getAttribute("alt") && !element.getAttribute("aria-label") && !element.getAttribute("aria-labelledby") && !element.querySelector("title"))
    .map((element) => `picture without words: ${element.outerHTML.slice(0, 80)}`);

  const lines = () => {
    const found = new Set();
    for (const [element, box] of texts()) {
      const cut = cutBy(element, box);
      if (cut) found.add(`text is cut: ${name(element)} by ${name(cut)}`);
      else if (leavesItsBox(element, box)) found.add(`text runs out of its box: ${name(element)}`);
    }
    return [...found];
  };

  // Where the keyboard stands, written down when the next Tab comes: then the ring is drawn and the page has scrolled.
  const seen = new Set();
  const wrong = [];
  let first = null;
  let last = null;
  let round = false;
  // A refused form takes the focus when the page opens; then the way round leads over the top of the page.
  const inside = document.activeElement !== document.body;
  const stop = () => {
    const element = document.activeElement;
    if (round || (first === null && element === document.body)) return;
    // A file or a date has several stops inside one input.
    if (element === last) return;
    if (element === document.body && inside) return;
    // Given the focus by the page, such as a list of errors; Tab does not come back to it.
    if (element !== document.body && element.tabIndex < 0) return;
    if (element === document.body || element === first) {
      round = true;
      return;
    }
    if (first === null && !inside && !element.matches(".skip") && element.closest("main") === null) wrong.push("the first stop is not the skip link");
    first ??= element;
    last = element;
    seen.add(element);
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    // No colour of the page is fully transparent but the one that means "no ring".
    const shows = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 && !style.outlineColor.endsWith(", 0)")) || style.boxShadow !== "none";
    const out = box.bottom <= 0 || box.top >= innerHeight || box.width === 0;
    if (!shows) wrong.push(`no focus ring: ${name(element)}`);
    else if (out) wrong.push(`focus out of sight: ${name(element)}`);
    else if (isUnderBar(element, box)) wrong.push(`focus hidden behind a bar: ${name(element)}`);
  };

  // WCAG 2.4.11: bars that stay in place leave something of the focus in sight.
  const isUnderBar = (element, box) => {
    const points = [[box.left + 2, box.top + 2], [box.right - 2, box.bottom - 2], [(box.left + box.right) / 2, (box.top + box.bottom) / 2]];
    return points.every(([x, y]) => {
      const above = document.elementFromPoint(x, y);
      const bar = above?.closest(".topbar, .bottombar, .footer-bar");
      return bar && !bar.contains(element);
    });
  };

  const listen = () => {
    addEventListener("keydown", stop, true);
    return true;
  };

  const isRound = () => {
    stop();
    return round;
  };

  const unreached = () => [...document.querySelectorAll("main .btn-primary")]
    .filter((element) => element.checkVisibility() && !seen.has(element)).map((element) => `not reached by Tab: ${name(element)}`);

  const stops = () => [...wrong, ...(round ? [] : [`Tab does not come round: after ${seen.size} stops it is at ${last ? name(last) : "none"}`]), ...unreached()];

  // Shapes that carry a meaning must differ from the ground also where the reader's colours replace ours.
  const forced = () => {
    const ground = getComputedStyle(document.body).backgroundColor;
    const isBlank = (colour) => colour === ground || /^rgba\(.*, 0\)$/.test(colour);
    const marks = [[".lamp", "::before"], [".side a[aria-current]", "::after"], [".bottombar a[aria-current]", "::before"]];
    return marks.flatMap(([selector, part]) => [...document.querySelectorAll(selector)].filter((element) => !isHidden(element)).filter((element) => {
      const style = getComputedStyle(element, part);
      return isBlank(style.backgroundColor) && (style.borderBottomStyle === "none" || isBlank(style.borderBottomColor));
    }).map((element) => `not to be seen in forced colours: ${name(element)}`));
  };

  // The component sheet shows a bar as a specimen, which is printed as one.
  const paper = () => [...document.querySelectorAll("body > .topbar, .frame > .side, body > .bottombar, .toolbar, .skip")]
    .filter((element) => element.checkVisibility()).map((element) => `printed: ${name(element)}`).concat(heading());

  window.checks = { layout: () => [...heading(), ...width(), ...frames(), ...pictures(), ...lines()], listen, isRound, stops, forced, paper };
})();
