import { toNumbers } from "../transport/arrays.js";
import { requestLatest } from "../transport/request_latest.js";
import { saveDebounced } from "../transport/save_debounced.js";
import { pageColours } from "./colours.js";

/** Milliseconds of training for each picture, while it plays and otherwise. */
const FRAME = { playing: 4, waiting: 40 };
/** How many answers may wait for a frame of their own. */
const MOST_QUEUED = 3;

/** A run of training in the kernel, as the page follows it: settings go there, and answers with pictures come back. */
export class Session {
  /**
   * @param {import("@anywidget/types").AnyModel<any>} model
   * @param {HTMLElement} root
   */
  constructor(model, root) {
    this.model = model;
    this.root = root;
    this.offers = model.get("offers");
    /** @type {any} The latest answer, with its arrays. */
    this.shown = null;
    /** @type {number | null} The hidden neuron under the pointer. */
    this.hover = null;
    /** @type {number | null} The example that is shown in numbers. */
    this.example = null;
    /** @type {any} The view of that example. */
    this.exampleView = null;
    this.comment = "";
    this.playing = false;
    this.version = 0;
    this.redraw = () => {};
    this.showTrouble = /** @type {(text: string) => void} */ (() => {});
    this.showLoaded = /** @type {(text: string) => void} */ (() => {});
    this.target = 0;
    /** @type {number | null} Another number asks for the same run again, from its beginning. */
    this.round = null;
    this.oldest = 0;
    /** @type {any[]} */
    this.queue = [];
    /** @type {string | null} A text that waits to be loaded. No newer request may displace it. */
    this.loading = null;
    this.beginning = false;
    this.changed = false;
    this.colours = null;
    this.save = saveDebounced(model);
    this.send = requestLatest(model, (answer, buffers) => this.receive(answer, buffers));
    const events = this.offers.settings.map((/** @type {string} */ name) => `change:${name}`).join(" ");
    model.on(events, () => {
      if (!this.beginning) this.followSettings();
    });
    model.on("change:looks", () => this.request());
  }

  /** The page's colours. */
  get look() {
    this.colours ??= /** @type {any} */ (pageColours(this.root));
    return /** @type {any} */ (this.colours);
  }

  settings() {
    return Object.fromEntries(this.offers.settings.map((/** @type {string} */ name) => [name, this.model.get(name)]));
  }

  /** @param {Record<string, any>} settings */
  set(settings) {
    this.comment = "";
    this.save(settings);
  }

  request() {
    if (this.loading !== null) {
      this.send({ load: this.loading, version: this.version });
      return;
    }
    this.send({
      state: this.settings(),
      version: this.version,
      until: this.target,
      ms: this.playing ? FRAME.playing : FRAME.waiting,
      round: this.round,
      ...(this.example === null ? {} : { example: this.example }),
    });
  }

  /**
   * @param {any} answer
   * @param {DataView[]} buffers
   */
  receive(answer, buffers) {
    if (answer.load) {
      this.receiveLoaded(answer);
      return;
    }
    if (answer.version !== this.version && !this.fits(answer)) return;
    this.showTrouble(answer.trouble);
    if (answer.trouble) {
      this.pause();
      return;
    }
    const next = decode(answer, buffers);
    if (answer.version !== this.version) {
      this.shown = next;
      this.redraw();
      return;
    }
    // Answers come in bunches; each waits for a frame of its own, as long as there are few.
    if (this.playing && this.shown?.version === this.version) this.queue.push(next);
    else [this.queue, this.shown] = [[], next];
    if (this.queue.length > MOST_QUEUED) this.queue.shift();
    this.target = this.playing ? this.offers.most : Math.max(this.target, answer.steps);
    if (answer.ended) this.pause();
    else if (answer.steps < this.target) this.request();
    this.redraw();
  }

  /** Take the next answer that waits for a frame, and draw again if there are more. */
  takeQueued() {
    const next = this.queue.shift();
    if (next?.version === this.version) this.shown = next;
    if (this.queue.length) this.redraw();
  }

  /**
   * Tell whether an answer to an earlier version can still be drawn: while a slider is dragged, its network has the
   * present shape.
   *
   * @param {{ version: number, widths?: number[] }} answer
   */
  fits({ version, widths }) {
    const inputs = this.model.get("data") === "digits" ? 64 : this.model.get("features").length;
    const now = [inputs, ...this.model.get("layers").map((/** @type {[string, number]} */ [, units]) => units)];
    const newer = version > Math.max(this.shown?.version ?? -1, this.oldest);
    return widths !== undefined && newer && String(now) === String(widths.slice(0, -1));
  }

  /** @param {{ loaded?: Record<string, any>, until: number, trouble: string }} answer */
  receiveLoaded(answer) {
    if (this.loading === null) return;
    this.loading = null;
    if (answer.loaded) this.begin(answer.loaded, answer.until);
    const trained = answer.until ? `Loaded, with ${answer.until} steps of training.` : "Loaded.";
    this.showLoaded(answer.trouble || trained);
  }

  pause() {
    this.playing = false;
    this.target = this.shown?.steps ?? 0;
    this.redraw();
  }

  play() {
    if (this.shown?.ended) this.reset();
    this.playing = true;
    this.target = this.offers.most;
    for (let open = 0; open < 3; open++) this.request();
    this.redraw();
  }

  reset() {
    this.round = Math.random();
    this.oldest = this.version;
    this.requestNewVersion();
  }

  /** Answers that are on their way belong to the version before. */
  requestNewVersion() {
    this.version += 1;
    this.root.dataset.version = String(this.version);
    this.target = this.playing ? this.offers.most : 0;
    this.request();
    if (this.playing) this.request();
  }

  /** One change of the controls may set several traits; it is one request all the same. */
  followSettings() {
    if (this.changed) return;
    this.changed = true;
    this.version += 1;
    queueMicrotask(() => {
      this.changed = false;
      this.requestNewVersion();
    });
  }

  /** @param {number} steps */
  step(steps) {
    if (this.playing) this.pause();
    this.target = Math.max(this.target, this.shown.steps) + steps;
    this.request();
  }

  /**
   * Begin another run, from a preset or from a text.
   *
   * @param {Record<string, any>} settings
   * @param {number} [until] how many steps to train at once
   */
  begin(settings, until = 0) {
    this.playing = false;
    this.beginning = true;
    this.save(settings);
    this.beginning = false;
    this.oldest = this.version;
    this.version += 1;
    this.round = Math.random();
    this.target = until;
    this.request();
    this.redraw();
  }

  /** @param {string} text */
  load(text) {
    this.pause();
    this.loading = text;
    this.request();
  }
}

/** @type {(answer: any, buffers: DataView[]) => any} */
function decode(answer, [surface, neurons, weights, points, marks, curves]) {
  return {
    ...answer,
    surface: toNumbers(surface, Uint8Array),
    neurons: toNumbers(neurons, Int8Array),
    weights: toNumbers(weights),
    points: toNumbers(points),
    marks: toNumbers(marks, Uint8Array),
    curves: toNumbers(curves),
  };
}
