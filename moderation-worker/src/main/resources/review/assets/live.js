// Follows what changes, and says whether it still can.

const SILENCE_MILLIS = 40_000;
const SHORTEST_PAUSE_MILLIS = 1_000;
const LONGEST_PAUSE_MILLIS = 15_000;

/**
 * Follows the changes that concern one status until it is told to stop.
 *
 * @param status the status that is looked at
 * @param on {connected, lost, item, counts, claims}
 */
export function follow(status, on) {
  let source = null;
  let watch = 0;
  let pause = SHORTEST_PAUSE_MILLIS;
  let stopped = false;

  const alive = () => {
    clearTimeout(watch);
    watch = setTimeout(again, SILENCE_MILLIS);
  };

  const again = () => {
    source.close();
    clearTimeout(watch);
    if (!stopped) {
      on.lost();
      watch = setTimeout(connect, pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }
  };

  const connect = () => {
    source = new EventSource(`/v1/review/stream?${new URLSearchParams({ status })}`);
    source.addEventListener("open", () => {
      pause = SHORTEST_PAUSE_MILLIS;
      alive();
      on.connected();
    });
    source.addEventListener("item", (event) => {
      alive();
      on.item(JSON.parse(event.data));
    });
    source.addEventListener("counts", (event) => {
      alive();
      on.counts(JSON.parse(event.data));
    });
    source.addEventListener("claims", (event) => {
      alive();
      on.claims(JSON.parse(event.data));
    });
    source.addEventListener("alive", alive);
    source.addEventListener("error", again);
  };

  connect();
  return () => {
    stopped = true;
    source.close();
    clearTimeout(watch);
  };
}
