// Keeps the thread on the page live. Without this script the page is complete, as of when it was loaded.
import { Thread } from "./thread.js";

const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 60000;

const section = document.querySelector("[data-stream]");
if (section && "EventSource" in window) {
  follow(section);
}

function follow(section) {
  const thread = new Thread(section, document.querySelector("[data-template]"));
  const interrupted = section.querySelector("[data-interrupted]");
  let position = section.dataset.position;
  let pause = FIRST_PAUSE;

  const on = (source, name, act) =>
    source.addEventListener(name, (event) => {
      act(JSON.parse(event.data));
      position = event.lastEventId || position;
    });

  const connect = () => {
    const source = new EventSource(`${section.dataset.stream}?lastEventId=${encodeURIComponent(position)}`);
    source.onopen = () => {
      pause = FIRST_PAUSE;
      interrupted.hidden = true;
    };
    source.onerror = () => {
      interrupted.hidden = false;
      // A browser comes back by itself unless it was refused.
      if (source.readyState === EventSource.CLOSED) {
        setTimeout(connect, pause * (0.5 + Math.random()));
        pause = Math.min(pause * 2, LONGEST_PAUSE);
      }
    };
    on(source, "comment", (comment) => thread.show(comment));
    on(source, "removal", ({ id }) => thread.remove(id));
    on(source, "reset", () => {
      source.close();
      location.reload();
    });
    addEventListener("pagehide", () => source.close(), { once: true });
  };

  // A page that comes back from the browser's memory may have missed a lot.
  addEventListener("pageshow", (event) => event.persisted && location.reload());
  connect();
}
