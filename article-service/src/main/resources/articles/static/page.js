// Makes the thread on the page live. Without this script the page is complete, as of when it was loaded.

import { Clock } from "./thread/clock.js";
import { follow } from "./thread/live.js";
import { Thread } from "./thread/thread.js";
import { Words } from "./thread/words.js";

const section = document.querySelector("[data-stream]");
const settings = JSON.parse(document.querySelector("[data-settings]").textContent);
const words = new Words(settings);
const clock = new Clock(settings.zone, words);
const permalink = (id) => `?comment=${id}#c-${id}`;
const thread = new Thread({ root: document, section, tools: { words, clock, permalink } });

const wanted = () => location.hash.startsWith("#c-") && thread.reveal(location.hash.slice(3));
// After the browser has gone there by itself, which would take the focus away again.
if (document.readyState === "complete") wanted();
else addEventListener("load", () => setTimeout(wanted));
addEventListener("hashchange", wanted);

const stop = follow(section.dataset.stream, section.dataset.position, {
  comment: (comment) => thread.arrive(comment),
  removal: (id) => thread.remove(id),
  reset: () => location.reload(),
  connected: (yes) => { section.querySelector("[data-interrupted]").hidden = yes; },
});
addEventListener("pagehide", stop, { once: true });
// A page that comes back from the browser's memory may have missed a lot.
addEventListener("pageshow", (event) => event.persisted && location.reload());
