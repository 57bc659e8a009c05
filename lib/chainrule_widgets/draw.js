// What every explorable draws with. It stands before each explorable's own script.

const put = (node, attributes, children) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name, value);
    else node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
};
// JupyterLab's arrow keys would move its cells as well; it leaves alone what has this attribute
// itself, and asks no ancestor when its shortcut is for whatever has the focus.
const OURS = { "data-lm-suppress-shortcuts": "true" };
const html = (name, attributes = {}, ...children) =>
  put(document.createElement(name), /^(input|select|button)$/.test(name) ? { ...OURS, ...attributes } : attributes, children);
const svg = (name, attributes = {}, ...children) =>
  put(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
const words = (x, y, text, attributes = {}) => svg("text", { x, y, ...attributes }, text);

const clamp = (value, low, high) => Math.min(Math.max(value, low), high);
const snap = (value, step) => Number((Math.round(value / step) * step).toFixed(6));

// A number as people write it: three digits, a real minus, a power of ten only where it helps.
function written(value, digits = 3) {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  if (value !== 0 && (Math.abs(value) < 1e-3 || Math.abs(value) >= 1e5)) {
    const [mantissa, power] = value.toExponential(1).split("e");
    const raised = [...String(Number(power))].map((c) => (c === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c])).join("");
    return `${mantissa}·10${raised}`.replace("-", "−");
  }
  return String(Number(value.toPrecision(digits))).replace("-", "−");
}

const floats = (view, Kind = Float32Array) =>
  new Kind(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength));

// Numbers one after another, cut into rows of so many.
const rows = (numbers, width) =>
  Array.from({ length: numbers.length / width }, (_, i) => [...numbers.slice(i * width, (i + 1) * width)]);

// A function of the library, as the table that the kernel sent: from −10 to 10 in steps of 0.01.
class Curve {
  constructor(view) {
    const all = floats(view);
    this.heights = all.subarray(0, all.length / 2);
    this.slopes = all.subarray(all.length / 2);
  }
  slope(z) { return this.slopes[clamp(Math.round((z + 10) * 100), 0, this.slopes.length - 1)]; }
  at(z) {
    const place = clamp((z + 10) * 100, 0, this.heights.length - 1);
    const left = Math.min(Math.floor(place + 1e-6), this.heights.length - 2);
    const part = (z + 10) * 100 - left;
    return this.heights[left] + part * (this.heights[left + 1] - this.heights[left]);
  }
}

// A rectangle of the drawing with axes: data in, places on the drawing out.
class Panel {
  constructor({ x, y, width, height, xs, ys }) {
    Object.assign(this, { x, y, width, height, xs, ys });
    this.id = `cr${Math.random().toString(36).slice(2)}`;
    const clip = svg("clipPath", { id: this.id }, svg("rect", { x, y, width, height }));
    this.frame = svg("g");
    this.inside = svg("g", { "clip-path": `url(#${this.id})` });
    this.node = svg("g", {}, clip, this.frame, this.inside);
  }
  px(value) { return this.x + ((value - this.xs[0]) / (this.xs[1] - this.xs[0])) * this.width; }
  py(value) { return this.y + ((this.ys[1] - value) / (this.ys[1] - this.ys[0])) * this.height; }
  // Where a number is missing the line is broken, not drawn through.
  path(xs, ys) {
    let pen = "M";
    let d = "";
    for (let i = 0; i < xs.length; i++) {
      if (!Number.isFinite(ys[i])) { pen = "M"; continue; }
      d += `${pen}${this.px(xs[i]).toFixed(2)} ${clamp(this.py(ys[i]), -2000, 4000).toFixed(2)}`;
      pen = "L";
    }
    return d;
  }
  axes(xTicks, yTicks, xLabel = "") {
    const { x, y, width, height } = this;
    const lines = svg("g");
    for (const tick of xTicks) {
      lines.append(
        svg("path", { d: `M${this.px(tick)} ${y}v${height}`, class: "hair" }),
        words(this.px(tick), y + height + 15, written(tick), { class: "quiet", "text-anchor": "middle" }),
      );
    }
    for (const tick of yTicks) {
      lines.append(
        svg("path", { d: `M${x} ${this.py(tick)}h${width}`, class: "hair" }),
        words(x - 7, this.py(tick) + 4, written(tick), { class: "quiet", "text-anchor": "end" }),
      );
    }
    if (xLabel) lines.append(words(x + width, y + height + 30, xLabel, { class: "quiet", "text-anchor": "end" }));
    this.frame.replaceChildren(lines);
  }
}

// Points of two classes, as three shapes however many there are: a disc for class 1, a cross for class 0,
// a ring around each on the wrong side. A point is [x, y, class, wrong], in the drawing's own units.
function twoClasses(points, r = 3.8) {
  const arm = 0.9 * r;
  const at = ([x, y], left, up) => `M${(x - left).toFixed(1)} ${(y - up).toFixed(1)}`;
  const circle = (size) => (point) => `${at(point, size, 0)}a${size} ${size} 0 1 0 ${2 * size} 0a${size} ${size} 0 1 0 ${-2 * size} 0`;
  const cross = (point) => `${at(point, arm, arm)}l${2 * arm} ${2 * arm}m0 ${-2 * arm}l${-2 * arm} ${2 * arm}`;
  const shape = (some, one, look) => svg("path", { d: some.map(one).join(""), class: look });
  return [
    shape(points.filter((point) => point[2] > 0), circle(r), "fill green"),
    shape(points.filter((point) => !(point[2] > 0)), cross, "line red"),
    shape(points.filter((point) => point[3]), circle(2 * r), "line thin ink"),
  ];
}

// Round numbers between low and high, about `count` of them.
function ticks(low, high, count = 5) {
  const raw = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((m) => m * power).find((s) => s >= raw);
  const found = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) found.push(snap(i * step, step));
  return found;
}

// The outermost element.
function shell(el, label) {
  const root = html("div", { class: "cr", role: "group", "aria-label": label, ...OURS });
  el.append(root);
  return root;
}

// Draws as soon as all that belongs to a change is known, but once a frame at most.
function pacing(draw) {
  let [drawn, late] = [false, false];
  const now = () => {
    late = false;
    draw();
  };
  return () => {
    late = true;
    if (drawn) return;
    drawn = true;
    queueMicrotask(now);
    requestAnimationFrame(function next() {
      drawn = late;
      if (!late) return;
      now();
      requestAnimationFrame(next);
    });
  };
}

// Draws what has changed, and says in `data-drawn` what it drew.
function drawing(root, model, names, draw) {
  const now = () => { root.dataset.drawn = JSON.stringify(draw()); };
  const soon = pacing(now);
  for (const name of names) model.on(`change:${name}`, soon);
  now();
  return soon;
}

// Changes are seen here at once and told to the kernel when the hand rests.
function telling(model) {
  let timer;
  let untold = {};
  // The kernel echoes what it was told, and a late echo must not undo what the hand did since.
  model.on("change", () => {
    for (const [name, value] of Object.entries(untold)) if (model.get(name) !== value) model.set(name, value);
  });
  return (state) => {
    Object.assign(untold, state);
    for (const [name, value] of Object.entries(state)) model.set(name, value);
    clearTimeout(timer);
    timer = setTimeout(() => { untold = {}; model.save_changes(); }, 150);
  };
}

// A stock server holds an answer back until the page has said that it got what came before, and a page
// that has lately been talking takes up to 40 ms over that. Whatever it sends carries the word at once:
// so, where there is no other question to send, it sends a little more, after so many milliseconds. Each
// costs the page work of its own. The first comes when the kernel has mostly begun, the second for when it had not.
const NUDGES = [8, 18];

// Asks the kernel for the newest state only; three questions at most are on their way.
function asking(model, receive) {
  const view = Math.random();
  let wanted = null;
  let sent = 0;
  let shown = 0;
  let open = 0;
  const send = () => {
    open += 1;
    sent += 1;
    model.send({ ask: wanted, id: sent, view });
    wanted = null;
    const mine = sent;
    for (const after of NUDGES) {
      setTimeout(() => { if (shown < mine && open === 1) model.send({ nudge: mine }); }, after);
    }
  };
  model.on("msg:custom", (answer, buffers) => {
    if (answer.view !== view) return;
    open -= 1;
    if (answer.id > shown && !answer.lost) {
      shown = answer.id;
      receive(answer, buffers);
    }
    if (wanted) send();
  });
  return (state) => {
    wanted = state;
    if (open < 3) send();
  };
}

function choice(label, options, model, name, tell) {
  const select = html("select", { "aria-label": label, change: () => tell({ [name]: select.value }) });
  select.append(...options.map((option) => html("option", { value: option }, option)));
  const show = () => { select.value = model.get(name); };
  model.on(`change:${name}`, show);
  show();
  return html("label", {}, label, select);
}

function slider(label, model, name, { min, max, step, text = written }, tell) {
  const value = html("output");
  const input = html("input", { type: "range", min, max, step, "aria-label": label });
  const show = () => {
    if (Number(input.value) !== model.get(name)) input.value = model.get(name);
    value.textContent = text(model.get(name));
    input.setAttribute("aria-valuetext", value.textContent);
  };
  input.addEventListener("input", () => tell({ [name]: Number(input.value) }));
  model.on(`change:${name}`, show);
  show();
  return html("label", {}, label, input, value);
}

// Something that is dragged along the drawing, or moved by arrow keys.
function handle(label, { low, high, step, get, put: set, text = written, vertical = false }, ...shapes) {
  const node = svg("g", { class: "handle", ...OURS, role: "slider", tabindex: 0, "aria-label": label,
    "aria-valuemin": low, "aria-valuemax": high, "aria-orientation": vertical ? "vertical" : "horizontal" }, ...shapes);
  const moves = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 };
  node.addEventListener("keydown", (event) => {
    const by = moves[event.key];
    const ends = { Home: low, End: high };
    if (by === undefined && !(event.key in ends)) return;
    event.preventDefault();
    set(clamp(snap(by === undefined ? ends[event.key] : get() + by * step * (event.shiftKey ? 10 : 1), step / 10), low, high));
  });
  node.show = () => {
    node.setAttribute("aria-valuenow", get());
    node.setAttribute("aria-valuetext", text(get()));
  };
  return node;
}

// Follows the pointer, in the drawing's own units, from press to release.
function dragging(node, picture, follow) {
  const place = (event) => {
    const box = picture.getBoundingClientRect();
    const view = picture.viewBox.baseVal;
    follow(((event.clientX - box.left) / box.width) * view.width, ((event.clientY - box.top) / box.height) * view.height);
  };
  node.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    node.setPointerCapture(event.pointerId);
    (node.querySelector("[tabindex]") ?? node).focus?.({ preventScroll: true });
    place(event);
    node.addEventListener("pointermove", place);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    node.addEventListener(end, () => node.removeEventListener("pointermove", place));
  }
}

// A function of the library, as values at equally spaced places; between two of them, a straight line.
function lookup(view, low, step) {
  const values = floats(view);
  return (z) => {
    const place = clamp((z - low) / step, 0, values.length - 1);
    const left = Math.min(Math.floor(place + 1e-6), values.length - 2);
    return values[left] + (place - left) * (values[left + 1] - values[left]);
  };
}

function toggle(label, model, name, tell) {
  const input = html("input", { type: "checkbox", "aria-label": label, change: () => tell({ [name]: input.checked }) });
  const show = () => { input.checked = model.get(name); };
  model.on(`change:${name}`, show);
  show();
  return html("label", {}, input, label);
}

// A button that lets a whole number run to its end, in a few seconds; pressed again, it stops.
function playing(label, model, name, last, tell, seconds = 2) {
  let stop = null;
  const button = html("button", { type: "button", click: () => (stop ? stop() : start()) }, label);
  const start = () => {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) { tell({ [name]: last() }); return; }
    const from = model.get(name) < last() ? model.get(name) : 0;
    const began = performance.now();
    let running = true;
    stop = () => { running = false; stop = null; button.textContent = label; };
    button.textContent = "stop";
    const next = (now) => {
      if (!running || !button.isConnected) return;
      const at = Math.min(last(), from + Math.round(((now - began) / 1000 / seconds) * last()));
      tell({ [name]: Math.max(at, 0) });
      if (at < last()) requestAnimationFrame(next);
      else stop();
    };
    requestAnimationFrame(next);
  };
  return button;
}

// Something that is dragged about the plane of a panel, or moved by all four arrow keys. `scale` says
// how many of the panel's units make one of its own.
function spot(label, panel, picture, { low, high, step, scale = 1, get, put: set }, ...shapes) {
  const node = svg("g", { class: "handle", ...OURS, role: "slider", tabindex: 0, "aria-label": label, "aria-roledescription": "point",
    "aria-valuemin": low, "aria-valuemax": high }, ...shapes);
  const go = (point) => set(point.map((v) => clamp(snap(v, step), low, high)));
  const moves = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
  node.addEventListener("keydown", (event) => {
    const by = moves[event.key];
    if (!by) return;
    event.preventDefault();
    go(get().map((v, i) => v + by[i] * step * (event.shiftKey ? 10 : 1)));
  });
  dragging(node, picture, (x, y) => go([
    (panel.xs[0] + ((x - panel.x) / panel.width) * (panel.xs[1] - panel.xs[0])) / scale,
    (panel.ys[1] - ((y - panel.y) / panel.height) * (panel.ys[1] - panel.ys[0])) / scale]));
  node.show = () => {
    const [a, b] = get();
    node.setAttribute("transform", `translate(${panel.px(a * scale)} ${panel.py(b * scale)})`);
    node.setAttribute("aria-valuenow", a);
    node.setAttribute("aria-valuetext", `${written(a)}, ${written(b)}`);
  };
  return node;
}

// A picture that the kernel computes from the traits named. `wish` turns knobs and asks for the newest
// state at once, with what is in `besides`; `tell` turns those that need no answer. `open` makes of what
// is said, and of the arrays that come along, what is drawn: `newest` has it, and `drawn` draws it again
// with every answer and with every change of the traits in `also`.
function answering(model, names, views = [], open = (said) => said) {
  const knobs = () => Object.fromEntries(names.map((name) => [name, model.get(name)]));
  const record = () => model.get("seen") ?? {};
  const settled = () => open(record(), ...views.flatMap((view) => model.get(view)));
  let [latest, wished, soon] = [settled(), "", () => {}];
  const take = (found) => { latest = found; soon(); };
  const tell = telling(model);
  const ask = asking(model, (answer, buffers) => take(open(answer, ...buffers)));
  // The kernel's own record, in `seen` and in the traits `views`, follows when the hand rests. One of an
  // earlier wish is passed over. Where code has turned the knobs since, any record is taken: it may have
  // a knob rounded, or within its bounds.
  const stands = () => JSON.stringify(knobs()) === wished;
  const other = (name) => name in record() && JSON.stringify(record()[name]) !== JSON.stringify(model.get(name));
  model.on(["seen", ...views].map((name) => `change:${name}`).join(" "), () => {
    if (!stands() || !names.some(other)) take(settled());
  });
  return {
    tell,
    wish: (state, besides) => {
      tell(state);
      wished = JSON.stringify(knobs());
      ask({ ...knobs(), ...besides });
    },
    newest: () => latest,
    drawn: (root, also, draw) => { soon = drawing(root, model, also, () => draw(latest)); },
  };
}
