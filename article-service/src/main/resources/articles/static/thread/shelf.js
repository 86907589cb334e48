// What a reader's browser keeps. Where it may keep nothing, it keeps it for as long as the page is open.

export class Shelf {
  #prefix;
  #memory = new Map();

  constructor(name) {
    this.#prefix = `winnow:${name}:`;
  }

  get(name) {
    try {
      return JSON.parse(localStorage.getItem(this.#prefix + name)) ?? this.#memory.get(name) ?? null;
    } catch {
      return this.#memory.get(name) ?? null;
    }
  }

  /** Keeps a value; null forgets it. */
  set(name, value) {
    if (value === null) this.#memory.delete(name);
    else this.#memory.set(name, value);
    try {
      if (value === null) localStorage.removeItem(this.#prefix + name);
      else localStorage.setItem(this.#prefix + name, JSON.stringify(value));
    } catch {
      // Full or forbidden: the memory above has it.
    }
  }
}
