// What a page asks of the two services, and what became of it.

/** Why nothing was done, or nothing for certain. `kind` is a problem's, or "offline" where no answer came. */
export class Failure extends Error {
  constructor(kind, { errors = [], retryAfter = null } = {}) {
    super(kind);
    this.kind = kind;
    this.errors = errors;
    this.retryAfter = retryAfter;
  }
}

export class Api {
  #reading;
  #writing;

  /** The addresses of the article at the service that is read from and at the one that is written to, or null. */
  constructor({ reading, writing }) {
    this.#reading = reading;
    this.#writing = writing;
  }

  get writes() {
    return this.#writing !== null;
  }

  /** A page of the thread, and the position at which its stream goes on. */
  async page(parameters) {
    const answer = await fetch(`${this.#reading}/comments?${new URLSearchParams(parameters)}`);
    if (!answer.ok) throw await failure(answer);
    return { ...(await answer.json()), position: answer.headers.get("Winnow-Position") };
  }

  /** What a page needs to know to show the thread, with the words in the language wanted. */
  async widget(lang) {
    const answer = await fetch(`${this.#reading}/widget?${new URLSearchParams({ lang })}`);
    if (!answer.ok) throw await failure(answer);
    return answer.json();
  }

  /** Where a comment stands, or null while that is not known. */
  async status(id) {
    const answer = await fetch(`${this.#reading}/comments/${id}`).catch(() => null);
    return answer?.ok ? answer.json() : null;
  }

  get stream() {
    return `${this.#reading}/comments/stream`;
  }

  submit(comment, key) {
    return this.#write("POST", "", { headers: { "Idempotency-Key": key }, body: comment });
  }

  edit({ id, token }, text) {
    return this.#write("PUT", `/${id}`, { token, body: { text } });
  }

  withdraw({ id, token }) {
    return this.#write("DELETE", `/${id}`, { token });
  }

  appeal({ id, token }, text) {
    return this.#write("POST", `/${id}/appeals`, { token, body: { text } });
  }

  report(id, report) {
    return this.#write("POST", `/${id}/reports`, { body: report });
  }

  async #write(method, path, { headers = {}, token, body }) {
    if (token) headers.Authorization = `Bearer ${token}`;
    if (body) headers["Content-Type"] = "application/json";
    let answer;
    try {
      answer = await fetch(`${this.#writing}/comments${path}`, { method, headers, body: body && JSON.stringify(body) });
    } catch {
      throw new Failure("offline");
    }
    if (!answer.ok) throw await failure(answer);
    return answer.json();
  }
}

async function failure(answer) {
  const problem = await answer.json().catch(() => ({}));
  const kind = String(problem.type ?? "").split(":").pop() || "internal";
  return new Failure(kind, { errors: problem.errors, retryAfter: answer.headers.get("Retry-After") });
}
