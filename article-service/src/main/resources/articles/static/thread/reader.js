// A reader before a thread: sees it live, writes, reports. The article page and the custom element begin here.

import { Acts } from "./acts.js";
import { Api } from "./api.js";
import { Clock } from "./clock.js";
import { composer } from "./composer.js";
import { idOf } from "./comment.js";
import { follow } from "./live.js";
import { Own } from "./own.js";
import { Shelf } from "./shelf.js";
import { Thread } from "./thread.js";
import { Words } from "./words.js";

/**
 * `root` is the document or the shadow root, `section` the thread in it, `settings` what the server said, `permalink`
 * gives a comment's address on this page, `anew` reads the thread again. Returns what ends it all.
 */
export function read({ root, section, settings, position, permalink, anew }) {
  const words = new Words(settings);
  const api = new Api(settings);
  const clock = new Clock(settings.zone, words);
  const me = new Shelf("me");
  const shelf = new Shelf(`${settings.site}/${settings.article}`);
  const context = { words, api, me, shelf, open: settings.open };
  const acts = new Acts(context);
  const made = (li) => {
    if (!api.writes) return;
    if (acts.own?.get(idOf(li))) acts.own.dress(idOf(li));
    else acts.offer(li);
  };
  const thread = new Thread({ root, section, tools: { words, clock, permalink }, made });
  context.thread = thread;
  const own = new Own({ words, api, shelf, thread, acts: (li, comment) => acts.offerOwn(li, comment) });
  acts.own = own;

  if (api.writes) {
    if (settings.open) {
      section.querySelector("[data-compose]").append(composer({
        words, api, me, shelf, label: words.say("write"), submit: words.say("send"), sent: (comment) => own.add(comment),
      }));
    }
    own.begin();
  }

  const wanted = () => location.hash.startsWith("#c-") && thread.reveal(location.hash.slice(3));
  const stop = follow(api.stream, position, {
    comment: (comment) => own.arrived(comment) || thread.arrive(comment),
    removal: (id) => own.removed(id) || thread.remove(id),
    reset: anew,
    connected: (yes) => { section.querySelector("[data-interrupted]").hidden = yes; },
  });
  addEventListener("hashchange", wanted);
  return {
    wanted,
    thread,
    stop: () => {
      stop();
      thread.stop();
      removeEventListener("hashchange", wanted);
    },
  };
}
