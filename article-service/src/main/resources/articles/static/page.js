// Makes the thread on the page live and lets readers write. Without this script the page is complete, as of when it was
// loaded.

import { read } from "./thread/reader.js";

const section = document.querySelector("[data-position]");
const { stop, wanted } = read({
  root: document,
  section,
  settings: JSON.parse(document.querySelector("[data-settings]").textContent),
  position: section.dataset.position,
  permalink: (id) => `?comment=${id}#c-${id}`,
  anew: () => location.reload(),
});

// After the browser has gone there by itself, which would take the focus away again.
if (document.readyState === "complete") wanted();
else addEventListener("load", () => setTimeout(wanted));

addEventListener("pagehide", stop, { once: true });
// A page that comes back from the browser's memory may have missed a lot.
addEventListener("pageshow", (event) => event.persisted && location.reload());
