// Times as readers want them: how long ago while that is not long, and always the exact time in the site's zone.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const UNITS = [["minute", MINUTE, HOUR], ["hour", HOUR, DAY], ["day", DAY, 30 * DAY]];

export class Clock {
  #exact;
  #relative;
  #words;

  constructor(zone, words) {
    // Swedish writes dates as the server does: 2025-06-21 00:36.
    this.#exact = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
    this.#relative = new Intl.RelativeTimeFormat(words.language, { numeric: "always" });
    this.#words = words;
  }

  exact(millis) {
    return this.#exact.format(millis);
  }

  /** How long ago, or null when that says less than the date. */
  ago(millis) {
    const past = Date.now() - millis;
    if (past < MINUTE) return past > -HOUR ? this.#words.say("now") : null;
    const unit = UNITS.find(([, , below]) => past < below);
    return unit ? this.#relative.format(-Math.floor(past / unit[1]), unit[0]) : null;
  }

  /** Writes a comment's time: how long ago, and the exact time for whoever points at it or comes to it. */
  write(when, millis) {
    const ago = this.ago(millis);
    const time = when.querySelector("time");
    time.textContent = ago ?? this.exact(millis);
    let exact = when.querySelector(".exact");
    if (ago && !exact) {
      exact = document.createElement("span");
      exact.className = "exact";
      when.append(" ", exact);
    }
    if (exact) exact.textContent = ago ? this.exact(millis) : "";
  }
}
