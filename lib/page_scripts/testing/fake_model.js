/** A model as anywidget gives it to a page: all that comes in one message is set before anybody hears of it. */
export class FakeModel {
  /** @param {Record<string, any>} traits */
  constructor(traits) {
    this.traits = traits;
    /** @type {[string, (...news: any[]) => void][]} */
    this.listeners = [];
    /** @type {Record<string, any>[]} Everything that the page sent, in order. */
    this.sent = [];
    this.saved = 0;
  }

  /** @param {string} name */
  get(name) {
    return this.traits[name];
  }

  /**
   * @param {string} events
   * @param {(...news: any[]) => void} listener
   */
  on(events, listener) {
    for (const event of events.split(" ")) this.listeners.push([event, listener]);
  }

  /**
   * @param {string} event
   * @param {any[]} news
   */
  tell(event, ...news) {
    for (const [name, listener] of [...this.listeners]) if (name === event) listener(...news);
  }

  /**
   * @param {string} name
   * @param {any} value
   */
  set(name, value) {
    this.update({ [name]: value });
  }

  /** @param {Record<string, any>} traits what a message of the kernel sets */
  update(traits) {
    const changed = Object.keys(traits).filter((name) => this.traits[name] !== traits[name]);
    Object.assign(this.traits, traits);
    for (const name of changed) this.tell(`change:${name}`);
    if (changed.length) this.tell("change");
  }

  save_changes() {
    this.saved += 1;
  }

  /** @param {Record<string, any>} message */
  send(message) {
    this.sent.push(message);
  }

  get requests() {
    return this.sent.filter((message) => "ask" in message);
  }

  /**
   * Answer a request as the kernel does.
   *
   * @param {Record<string, any>} request
   * @param {Record<string, any>} answer
   * @param {DataView[]} [buffers]
   */
  answer({ id, view }, answer, buffers = []) {
    this.tell("msg:custom", { ...answer, id, view }, buffers);
  }
}
