import { controlBar } from "../controls/bar.js";
import { select } from "../controls/select.js";
import { createRoot, html, KEEP_KEYS, setAttributes, svg, textAt } from "../drawing/elements.js";
import { clamp, formatNumber, roundTo } from "../drawing/numbers.js";
import { kernelState } from "../transport/kernel_state.js";

const [TALL, TOP] = [28, 28];
const sub = (i) => "₀₁₂₃₄"[i];
const STATE = ["X", "W", "b", "activation"];

// The positions of the matrices, from left to right.
function layout(n, m, k) {
  const wide = Math.min(49, 698 / (m + 4 * k));
  const sizes = { X: [n, m], W: [m, k], b: [1, k], Z: [n, k], out: [n, k] };
  let x = 14;
  return Object.fromEntries(
    Object.entries(sizes).map(([name, [rows, columns]]) => {
      const place = { name, rows, columns, x, wide };
      x += columns * wide + 34;
      return [name, place];
    }),
  );
}

// The numbers that a number depends on, or that depend on it.
function related([name, i, j]) {
  const is = {
    X: { Z: (r) => r === i, W: (r) => r === j, out: (r) => r === i },
    W: { X: (_, c) => c === i, Z: (_, c) => c === j, out: (_, c) => c === j },
    b: { Z: (_, c) => c === j, out: (_, c) => c === j },
    Z: { X: (r) => r === i, W: (_, c) => c === j, b: (_, c) => c === j, out: (r, c) => r === i && c === j },
    out: { Z: (r, c) => r === i && c === j },
  }[name];
  return (other, r, c) => Boolean(is[other]?.(r, c));
}

function render({ model, el }) {
  const root = createRoot(el, "Dense layer");
  const { request, save, latest, drawWith } = kernelState(model);
  const [n, m, k] = [model.get("X").length, model.get("W").length, model.get("b").length];
  const places = layout(n, m, k);
  const last = { row: 0, column: 0 };
  const numbers = (name) => (name === "b" ? [latest().b] : latest()[name]);
  const choose = (name, i, j) => save({ selected: [name, i, j] });
  const change = (value) => {
    const [name, i, j] = model.get("selected");
    if (!"XWb".includes(name) || !Number.isFinite(value)) return;
    const grid = structuredClone(model.get(name));
    if (name === "b") grid[j] = clamp(value, -9, 9);
    else grid[i][j] = clamp(value, -9, 9);
    request({ [name]: grid });
  };
  const held = () => {
    const [name, i, j] = model.get("selected");
    return name === "b" ? model.get("b")[j] : model.get(name)[i][j];
  };
  const cells = [];
  for (const { name, rows, columns, x, wide } of Object.values(places)) {
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < columns; j++) cells.push(cell(name, i, j, x, wide, { cells, change, held, choose }));
    }
  }

  const value = html("input", {
    type: "number",
    step: 0.5,
    "aria-label": "the selected number",
    input: (event) => {
      if (event.target.value !== "") change(Number(event.target.value));
    },
  });
  const label = html("label", {}, html("span", {}), value);
  const titles = shapeTitles({ places });
  const { signs, arrow } = signNodes({ n, places });
  const [net, bars] = [svg("g"), svg("g")];
  const floor = TOP + Math.max(n, m) * TALL + 30;
  const picture = svg(
    "svg",
    { viewBox: `0 0 848 ${floor + 40 + 32 * (Math.max(m, k) + 1)}` },
    ...titles,
    ...signs,
    arrow,
    ...cells.map((c) => c.node),
    net,
    bars,
  );
  const says = html("p", { class: "says", "aria-live": "polite" });
  root.append(
    controlBar(
      select("activation", model, "activation", request),
      label,
      html("span", { style: "color: var(--quiet)" }, "click any number below"),
    ),
    picture,
    says,
  );

  drawWith(root, [...STATE, "selected"], (shown) =>
    draw(shown, { arrow, bars, cells, floor, held, k, label, last, model, n, net, numbers, says, titles, value }),
  );
}

function signNodes({ n, places }) {
  const signs = ["·", "+", "="].map((sign, i) =>
    textAt(Object.values(places)[i + 1].x - 17, TOP + (n * TALL) / 2 + 5, sign, {
      "text-anchor": "middle",
      style: "font-size: 18px",
    }),
  );
  const arrow = textAt(places.out.x - 17, TOP + (n * TALL) / 2 + 5, "→", {
    "text-anchor": "middle",
    style: "font-size: 16px",
  });
  return { signs, arrow };
}

function shapeTitles({ places }) {
  const titles = Object.values(places).map(({ name, rows, columns, x }) =>
    textAt(x, 18, "", {
      class: "title",
      "data-name": name,
      "data-shape": name === "b" ? `(${columns},)` : `(${rows}, ${columns})`,
    }),
  );
  return titles;
}

function cell(name, i, j, x, wide, { cells, change, held, choose }) {
  const [left, top] = [x + j * wide, TOP + i * TALL];
  const box = svg("rect", { x: left + 1, y: top + 1, width: wide - 2, height: TALL - 2, rx: 3 });
  const text = textAt(left + wide / 2, top + 18, "", { "text-anchor": "middle" });
  const node = svg(
    "g",
    {
      ...KEEP_KEYS,
      role: "button",
      class: "handle",
      style: "cursor: pointer",
      click: () => choose(name, i, j),
      focus: () => choose(name, i, j),
      keydown: keys(name, i, j, { cells, change, held }),
    },
    box,
    text,
    svg("rect", {
      x: left + 3,
      y: top + 3,
      width: wide - 6,
      height: TALL - 6,
      rx: 2,
      class: "ring",
      "pointer-events": "none",
    }),
  );
  return { name, i, j, box, text, node, digits: wide < 44 ? 2 : 3 };
}

// Arrow keys walk through the matrix; + and − change the number.
function keys(name, i, j, { cells, change, held }) {
  return (event) => {
    const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    const by = { "+": 0.5, "=": 0.5, "-": -0.5 }[event.key];
    if (!steps && !by) return;
    event.preventDefault();
    if (by && "XWb".includes(name)) change(roundTo(held() + by, 0.1));
    const next = steps && cells.find((c) => c.name === name && c.i === i + steps[0] && c.j === j + steps[1]);
    next?.node.focus();
  };
}

function draw(
  { Z, out, activation },
  { arrow, bars, cells, floor, held, k, label, last, model, n, net, numbers, says, titles, value },
) {
  const selected = model.get("selected");
  const [name, i, j] = selected;
  if (name === "X" || name === "Z" || name === "out") last.row = i;
  if (name !== "X") last.column = j;
  const bent = model.get("activation") !== "linear";
  const near = related(selected);
  drawCells({ bent, cells, i, j, name, near, numbers });
  titles.forEach((title) => {
    const of = title.dataset.name;
    title.textContent = `${of === "out" ? "g(Z)" : of} ${title.dataset.shape}`;
    title.setAttribute("visibility", of !== "out" || bent ? "visible" : "hidden");
  });
  arrow.setAttribute("visibility", bent ? "visible" : "hidden");
  const fixed = name === "Z" || name === "out";
  label.firstChild.textContent = fixed ? "computed" : `${name}${name === "b" ? "" : ` row ${i + 1},`} column ${j + 1}`;
  value.disabled = fixed;
  if (fixed) value.value = "";
  else if (Number(value.value) !== held() || value.value === "") value.value = held();
  const [X, W, b] = [numbers("X"), numbers("W"), numbers("b")[0]];
  const terms = [b[last.column], ...W.map((row, f) => X[last.row][f] * row[last.column])];
  drawNet(net, floor, X[last.row], W, Z[last.row], last.column, selected);
  drawTerms(
    bars,
    floor,
    terms,
    X[last.row],
    W.map((row) => row[last.column]),
    Z[last.row][last.column],
    last,
  );
  says.replaceChildren(...sentence(selected, { X, W, b, Z, out, activation, n, k }));
  return {
    X,
    W,
    b,
    Z,
    out,
    activation,
    selected,
    terms,
    lit: cells.filter((c) => near(c.name, c.i, c.j) && (bent || c.name !== "out")).length,
    says: says.textContent,
  };
}

function drawCells({ bent, cells, i, j, name, near, numbers }) {
  for (const part of cells) {
    const mine = part.name === name && part.i === i && part.j === j;
    const lit = near(part.name, part.i, part.j);
    const number = formatNumber(numbers(part.name)[part.i][part.j], part.digits);
    part.text.textContent = number;
    setAttributes(
      part.box,
      {
        class: mine ? "line ink wash" : lit ? "line thin blue" : "hair",
        fill: lit ? "var(--blue)" : "transparent",
        "fill-opacity": lit ? 0.16 : 1,
        style: mine ? "fill: var(--wash)" : lit ? "fill: var(--blue)" : "",
      },
      [],
    );
    const first = part.i === 0 && part.j === 0 && name !== part.name;
    setAttributes(
      part.node,
      {
        tabindex: mine || first ? 0 : -1,
        "aria-pressed": mine,
        "aria-label": `${part.name} row ${part.i + 1} column ${part.j + 1}: ${number}`,
        visibility: part.name !== "out" || bent ? "visible" : "hidden",
      },
      [],
    );
  }
}

function drawNet(group, floor, x, W, z, column, [name, i, j]) {
  const y = (at, of) => floor + 46 + 32 * at + (Math.max(x.length, z.length) - of) * 16;
  const lines = [];
  W.forEach((row, f) => {
    row.forEach((w, c) => {
      const on = name === "X" ? f === j : name === "W" ? f === i && c === j : name === "b" ? false : c === column;
      lines.push(
        svg("path", {
          d: `M92 ${y(f, x.length)}L310 ${y(c, z.length)}`,
          class: `line ${w < 0 ? "orange dashed" : "blue"}`,
          style: `stroke-width: ${Math.min(0.6 + 1.5 * Math.abs(w), 7)}; stroke-opacity: ${on ? 1 : 0.22}`,
        }),
      );
    });
  });
  const circle = (cx, cy, text, bold) => [
    svg("circle", {
      cx,
      cy,
      r: 13,
      class: bold ? "line ink" : "line thin ink",
      style: "fill: var(--jp-layout-color0, Canvas)",
    }),
    textAt(cx, cy + 4, text, { "text-anchor": "middle" }),
  ];
  group.replaceChildren(
    textAt(14, floor + 14, "the same layer, drawn as neurons", { class: "title" }),
    ...lines,
    ...x.flatMap((value, f) => [
      ...circle(92, y(f, x.length), `x${sub(f + 1)}`, name === "X" && f === j),
      textAt(72, y(f, x.length) + 4, formatNumber(value), { "text-anchor": "end" }),
    ]),
    ...z.flatMap((value, c) => [
      ...circle(310, y(c, z.length), `z${sub(c + 1)}`, c === column && name !== "X"),
      textAt(330, y(c, z.length) + 4, formatNumber(value)),
    ]),
    textAt(
      14,
      y(Math.max(x.length, z.length), Math.max(x.length, z.length)) - 2,
      "thick line: large weight; dashed line: negative weight",
      { class: "quiet" },
    ),
  );
}

function drawTerms(group, floor, terms, x, w, z, { row, column }) {
  const [zero, unit] = [650, 150 / Math.max(4, ...terms.map(Math.abs), Math.abs(z))];
  const labels = [
    `bias b${sub(column + 1)}`,
    ...x.map(
      (value, f) => `x${sub(f + 1)} w${sub(f + 1)}${sub(column + 1)} = ${formatNumber(value)} · ${formatNumber(w[f])}`,
    ),
    `sum z${sub(column + 1)}`,
  ];
  const parts = [...terms, z].flatMap((value, at) => {
    const y = floor + 40 + at * 26 + (at === terms.length ? 6 : 0);
    const length = Math.abs(value) * unit;
    return [
      textAt(430, y + 4, labels[at], { class: at === terms.length ? "title" : "" }),
      svg("rect", {
        x: value < 0 ? zero - length : zero,
        y: y - 7,
        width: length,
        height: 14,
        rx: 2,
        class: `fill ${at === terms.length ? "ink" : value < 0 ? "orange" : "blue"}`,
      }),
      textAt(value < 0 ? zero - length - 5 : zero + length + 5, y + 4, formatNumber(value), {
        "text-anchor": value < 0 ? "end" : "start",
      }),
    ];
  });
  group.replaceChildren(
    textAt(430, floor + 14, `example ${row + 1}, neuron ${column + 1}: terms of the sum`, { class: "title" }),
    svg("path", { d: `M${zero} ${floor + 26}v${26 * (terms.length + 1) + 6}`, class: "hair" }),
    ...parts,
  );
}

function sentence([name, i, j], { X, W, b, Z, out, activation, n, k }) {
  const sum = () =>
    [formatNumber(b[j]), ...W.map((row, f) => `${formatNumber(X[i][f])} · ${formatNumber(row[j])}`)].join(" + ");
  return {
    Z: () => [
      html("b", {}, `z${sub(j + 1)} of example ${i + 1}. `),
      `It is the bias plus row ${i + 1} of X times column ${j + 1} of W: ${sum()} = ${formatNumber(Z[i][j])}.`,
    ],
    out: () => [
      html("b", {}, `${activation} of z. `),
      `${activation}(${formatNumber(Z[i][j])}) = ${formatNumber(out[i][j])}. The activation is applied to each ` +
        "number of Z separately.",
    ],
    X: () => [
      html("b", {}, `Input ${j + 1} of example ${i + 1}. `),
      `Each of the ${k} neurons multiplies it by a weight in row ${j + 1} of W. Only row ${i + 1} of Z depends ` +
        "on it.",
    ],
    W: () => [
      html("b", {}, `The weight from input ${i + 1} to neuron ${j + 1}. `),
      `It is used for each of the ${n} examples. Only column ${j + 1} of Z depends on it.`,
    ],
    b: () => [
      html("b", {}, `The bias of neuron ${j + 1}. `),
      `It is added to column ${j + 1} of Z, for each of the ${n} examples.`,
    ],
  }[name]();
}

export default { render };
