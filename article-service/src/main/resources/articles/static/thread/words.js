// The words of a thread, in the language that the server chose.

export class Words {
  #words;
  #plural;

  constructor({ language, words }) {
    this.language = language;
    this.#words = words;
    this.#plural = new Intl.PluralRules(language);
  }

  /** The words of this name, with what belongs into their places. */
  say(name, ...values) {
    return (this.#words[name] ?? name).replace(/\{(\d)\}/g, (place, index) => values[index] ?? place);
  }

  /** The words for so many. */
  count(name, number) {
    const form = `${name}.${this.#plural.select(number)}`;
    return this.say(form in this.#words ? form : `${name}.other`, number);
  }

  has(name) {
    return name in this.#words;
  }
}
