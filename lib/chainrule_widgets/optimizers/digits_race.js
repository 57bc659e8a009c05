function render({ model, el }) {
  const root = shell(el, "Optimizers on digits");
  const tell = telling(model);
  const [rates, rules] = [model.get("rates"), model.get("rules")];
  const [losses, accuracies] = [floats(model.get("losses")), floats(model.get("accuracies"))];
  const points = losses.length / rules.length / rates.length;
  const course = (rule, rate) => [...losses.subarray((rule * rates.length + rate) * points, (rule * rates.length + rate + 1) * points)];
  const accuracy = (rule, rate) => accuracies[rule * rates.length + rate];
  const box = { x: 386, y: 40, width: 270, height: 260 };
  const low = -4;
  const [left, right] = [Math.log10(rates[0]), Math.log10(rates.at(-1))];
  const scene = svg("g");
  const surface = svg("g", { style: "cursor: ew-resize" }, svg("rect", { ...box, fill: "transparent" }), scene);
  const picture = svg("svg", { viewBox: "0 0 848 346" }, surface);
  dragging(surface, picture, (x) => {
    const power = left + ((x - box.x) / box.width) * (right - left);
    if (x > box.x - 20 && x < box.x + box.width + 20) tell({ chosen: clamp(Math.round((power - left) * 2), 0, rates.length - 1) });
  });
  const says = html("p", { class: "says", role: "status" });
  root.append(html("div", { class: "controls" }, slider("learning rate", model, "chosen", { min: 0, max: rates.length - 1, step: 1, text: (i) => written(rates[i]) }, tell)), picture, says);

  const draw = () => {
    const chosen = model.get("chosen");
    const chart = descentChart({ x: 44, y: 40, width: 270, height: 260 }, rules.map((rule, i) => ({ heights: course(i, chosen), rule })), { steps: points - 1, title: "loss by epoch, at this learning rate", unit: "epoch" });
    const panel = byRate(box, [left, right]);
    const power = (loss) => Math.log10(clamp(loss, 10 ** low, 100));
    panel.inside.append(...rules.flatMap((rule, i) => {
      const ends = rates.map((_, r) => course(i, r).at(-1)).map((last) => (Number.isFinite(last) ? power(last) : 1.5));
      const xs = rates.map(Math.log10);
      return ruled(rule, panel.path(xs, ends), xs.map((x, r) => [panel.px(x), panel.py(ends[r])]));
    }), svg("path", { d: `M${panel.px(Math.log10(rates[chosen]))} ${box.y}v${box.height}`, class: "line dotted ink" }));
    const found = rules.map((rule, i) => ({ rule, loss: course(i, chosen).at(-1), right: accuracy(i, chosen) }));
    scene.replaceChildren(chart.node, panel.node, ...table(found));
    says.textContent = sentence(found, rates[chosen]) + (model.get("fault") ? ` ✗ ${model.get("fault")}` : "");
    return { chosen, rate: rates[chosen], losses: Object.fromEntries(found.map((f) => [f.rule, f.loss])), right: Object.fromEntries(found.map((f) => [f.rule, f.right])), says: says.textContent };
  };
  drawing(root, model, ["chosen"], draw);
}

// Loss after the last epoch over the learning rate, both by powers of ten.
function byRate(box, xs) {
  const panel = new Panel({ ...box, xs, ys: [-3, 1.3] });
  for (let p = Math.ceil(xs[0]); p <= xs[1]; p++) panel.frame.append(svg("path", { d: `M${panel.px(p)} ${box.y}v${box.height}`, class: "hair" }), words(panel.px(p), box.y + box.height + 15, tenTo(p), { class: "quiet", "text-anchor": "middle" }));
  for (let p = -3; p <= 1; p++) panel.frame.append(svg("path", { d: `M${box.x} ${panel.py(p)}h${box.width}`, class: "hair" }), words(box.x - 7, panel.py(p) + 4, tenTo(p), { class: "quiet", "text-anchor": "end" }));
  panel.frame.append(words(box.x, box.y - 8, "loss after ten epochs, by learning rate", { class: "quiet" }), words(box.x + box.width, box.y + box.height + 30, "learning rate (drag)", { class: "quiet", "text-anchor": "end" }));
  return panel;
}
const tenTo = (p) => (p === 0 ? "1" : p === 1 ? "10" : `10${raised(p)}`);

const cut = (text) => (text.length > 11 ? `${text.slice(0, 10)}…` : text);
const table = (found) => [words(848, 32, "new digits right", { class: "quiet", "text-anchor": "end" }),
  ...[...found].sort((a, b) => b.right - a.right).flatMap(({ rule, right }, i) => [
    ...ruled(rule, `M690 ${54 + 30 * i}h28`, [[704, 54 + 30 * i]]), words(726, 58 + 30 * i, cut(rule)), words(848, 58 + 30 * i, `${(100 * right).toFixed(1)} %`, { "text-anchor": "end" })])];

function sentence(found, rate) {
  const names = (some) => some.map((f) => f.rule).join(", ");
  const slow = found.filter((f) => f.loss > 1.8 && f.loss < 2.45);
  const lost = found.filter((f) => !(f.loss <= 2.45));
  const good = found.filter((f) => f.right > 0.9);
  return [`At ${written(rate)}: `, good.length ? `above 90 % are ${names(good)}.` : "nobody is above 90 %.", slow.length ? ` Hardly begun: ${names(slow)}.` : "", lost.length ? ` Worse than guessing: ${names(lost)}.` : ""].join("");
}

export default { render };
