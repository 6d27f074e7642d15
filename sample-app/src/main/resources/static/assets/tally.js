// Sums up what was sent until nothing is under way any more, and says so in one sentence.
const number = new Intl.NumberFormat("en");
const plural = (count, one, many) => `${number.format(count)} ${count === 1 ? one : many}`;

export class Tally {
  #say;
  #sent = 0;
  #open = 0;
  #began = 0;
  #answers = new Set();
  #failures = [];

  constructor(say) {
    this.#say = say;
  }

  // What is counted is a promise of { answers, failures }: ids of answers, and texts of failures.
  async count(requests, result) {
    this.#begin(requests);
    const { answers = [], failures = [] } = await result.catch(() => ({ failures: ["the gateway gave no reply"] }));
    answers.forEach((id) => this.#answers.add(id));
    this.#failures.push(...failures);
    this.#open -= requests;
    if (this.#open === 0) {
      this.#say(this.#sum());
    }
  }

  #begin(requests) {
    if (this.#open === 0) {
      this.#sent = 0;
      this.#answers.clear();
      this.#failures = [];
      this.#began = performance.now();
    }
    this.#sent += requests;
    this.#open += requests;
    this.#say(`${plural(this.#sent, "request is", "requests are")} under way.`);
  }

  #sum() {
    const seconds = ((performance.now() - this.#began) / 1000).toFixed(1);
    const parts = [`${plural(this.#sent, "request", "requests")} in ${seconds} s:`];
    if (this.#answers.size > 0) {
      const ids = [...this.#answers];
      parts.push(ids.length === 1 ? `one answer, ${ids[0]}.` : `${plural(ids.length, "answer", "different answers")}.`);
    }
    if (this.#failures.length > 0) {
      parts.push(`${plural(this.#failures.length, "failure", "failures")} (${this.#failures[0]}) Send again: failures are not remembered.`);
    }
    return parts.join(" ");
  }
}
