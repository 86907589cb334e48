// Follows what happens in a thread, for as long as it takes.

const FIRST_PAUSE = 2000;
const LONGEST_PAUSE = 60_000;

/** Tells `on.comment`, `on.removal`, `on.reset` and `on.connected(yes)`; returns what ends it. */
export function follow(stream, position, on) {
  let source;
  let timer;
  let pause = FIRST_PAUSE;

  const listen = (name, act) =>
    source.addEventListener(name, (event) => {
      position = event.lastEventId || position;
      act(JSON.parse(event.data));
    });

  const connect = () => {
    source = new EventSource(`${stream}?lastEventId=${encodeURIComponent(position)}`);
    source.onopen = () => {
      pause = FIRST_PAUSE;
      on.connected(true);
    };
    source.onerror = () => {
      on.connected(false);
      // A browser comes back by itself unless it was refused.
      if (source.readyState === EventSource.CLOSED) {
        timer = setTimeout(connect, pause * (0.5 + Math.random()));
        pause = Math.min(pause * 2, LONGEST_PAUSE);
      }
    };
    listen("comment", on.comment);
    listen("removal", ({ id }) => on.removal(id));
    listen("reset", on.reset);
  };

  connect();
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
