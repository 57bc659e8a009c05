const STATE = ["predictions", "loss", "reduction"];
const [FROM, WIDE, PITCH, TOP] = [130, 230, 42, 44];

function render({ model, el }) {
  const root = shell(el, "Empirical loss");
  const { wish, drawn } = answering(model, STATE);
  const [targets, labels] = [model.get("targets"), model.get("labels")];
  const high = TOP + targets.length * PITCH + 34;
  const place = (p) => FROM + p * WIDE;
  const move = (i, p) => wish({ predictions: model.get("predictions").map((old, j) => (i === j ? clamp(snap(p, 0.01), 0, 1) : old)) });
  const knobs = targets.map((_, i) => handle(`prediction for ${labels[i]}`, { low: 0, high: 1, step: 0.01, get: () => model.get("predictions")[i], put: (p) => move(i, p) },
    svg("circle", { r: 12, class: "ring" }), svg("circle", { r: 7, class: "fill blue" })));
  const [back, bars] = [svg("g"), svg("g")];
  const zones = knobs.map((knob, i) => svg("g", { style: "cursor: ew-resize" },
    svg("rect", { x: FROM - 14, y: TOP + i * PITCH, width: WIDE + 28, height: PITCH - 6, fill: "transparent" }), knob));
  const picture = svg("svg", { viewBox: `0 0 848 ${high}` }, back, bars, ...zones);
  zones.forEach((zone, i) => dragging(zone, picture, (x) => move(i, (x - FROM) / WIDE)));
  const says = html("p", { class: "says", "aria-live": "polite" });
  root.append(html("div", { class: "controls" }, choice("loss", ["binary cross-entropy", "mse", "mae"], model, "loss", wish),
    choice("reduction", ["sum_over_batch_size", "sum", "none"], model, "reduction", wish)), picture, says);
  const middle = (i) => TOP + i * PITCH + (PITCH - 6) / 2;
  back.append(words(FROM, 18, "prediction, to be dragged", { class: "title" }), words(430, 18, "loss of the example", { class: "title" }), words(700, 18, "all together", { class: "title" }),
    words(FROM, 34, "0", { class: "quiet", "text-anchor": "middle" }), words(FROM + WIDE, 34, "1", { class: "quiet", "text-anchor": "middle" }),
    ...targets.flatMap((y, i) => [words(FROM - 22, middle(i) + 4, labels[i], { "text-anchor": "end" }), svg("path", { d: `M${FROM} ${middle(i)}h${WIDE}`, class: "hair" }),
      svg("path", { d: `M${place(y)} ${middle(i) - 11}v22`, class: "line green", style: "stroke-width: 3" }), words(place(y) + (y ? 9 : -9), middle(i) + 4, `y = ${y}`, { class: "quiet", "text-anchor": y ? "start" : "end", visibility: y ? "visible" : "hidden" })]));

  drawn(root, [], ({ predictions, each, whole, mean, loss, reduction }) => {
    const most = Math.max(...each, 1e-9);
    const total = each.reduce((a, b) => a + b) || 1;
    knobs.forEach((knob, i) => { knob.setAttribute("transform", `translate(${place(predictions[i])} ${middle(i)})`); knob.show(); });
    const tall = targets.length * PITCH - 6;
    let top = TOP;
    bars.replaceChildren(...each.flatMap((value, i) => {
      const part = (tall * value) / total;
      const stack = svg("rect", { x: 700, y: top + 0.5, width: 46, height: Math.max(part - 1, 0), class: `fill ${i % 2 ? "orange" : "blue"}` });
      const name = part > 13 ? [words(754, top + part / 2 + 4, `${labels[i]}: ${Math.round((100 * value) / total)} %`, {})] : [];
      top += part;
      return [svg("path", { d: `M${place(targets[i])} ${middle(i)}H${place(predictions[i])}`, class: `line ${i % 2 ? "orange" : "blue"}` }),
        svg("rect", { x: 430, y: middle(i) - 9, width: (180 * value) / most, height: 18, rx: 2, class: `fill ${i % 2 ? "orange" : "blue"}` }),
        words(436 + (180 * value) / most, middle(i) + 4, written(value), {}), stack, ...name];
    }), words(700, high - 8, reduction === "none" ? "not put together" : `J = ${written(whole[0], 4)}`, { class: "title" }),
    words(430, high - 8, { sum_over_batch_size: `(${each.map((v) => written(v, 2)).join(" + ")}) / ${each.length}`, sum: each.map((v) => written(v, 2)).join(" + "), none: "one number an example" }[reduction], { class: "quiet" }));
    says.replaceChildren(...sentence(each, total, mean, whole, reduction, loss, labels));
    return { predictions, loss, reduction, each, whole, mean, says: says.textContent };
  });
}

function sentence(each, total, mean, whole, reduction, loss, labels) {
  const worst = each.indexOf(Math.max(...each));
  const share = Math.round((100 * each[worst]) / total);
  const title = { sum_over_batch_size: `J = ${written(mean, 4)}, the mean. `, sum: `J = ${written(whole[0], 4)}, the sum. `, none: `${each.length} losses, no J. ` }[reduction];
  const remark = { sum_over_batch_size: "", sum: " A sum grows with the number of examples, and every gradient with it.", none: " Without one number there is nothing to descend on." }[reduction];
  if (Math.max(...each) < 0.02) return [html("b", {}, title), `Every prediction is near its target: hardly any loss is left.${remark}`];
  return [html("b", {}, title), `${labels[worst]} alone makes ${share} % of it${share > 60 && loss === "binary cross-entropy" ? ": sure and wrong is what this loss cannot stand" : ""}.${remark}`];
}

export default { render };
