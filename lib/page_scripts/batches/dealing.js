import { controlBar } from "../controls/bar.js";
import { button } from "../controls/button.js";
import { slider } from "../controls/slider.js";
import { createRoot, html, svg, textAt } from "../drawing/elements.js";
import { kernelState } from "../transport/kernel_state.js";

function render({ model, el }) {
  const root = createRoot(el, `Batches of ${model.get("name")}`);
  const { request, drawWith } = kernelState(model);
  const picture = svg("svg", { viewBox: "0 0 848 120" });
  const says = html("p", { class: "says", role: "status" });
  root.append(
    controlBar(
      slider("examples", model, "count", { min: 1, max: 40, step: 1 }, request),
      slider("batch size", model, "batch_size", { min: 1, max: 12, step: 1 }, request),
      button("shuffle again", () => request({ seed: model.get("seed") + 1 })),
    ),
    picture,
    says,
  );

  drawWith(root, [], (shown) => {
    const seen = shown.epochs.map((batches, epoch) => column(batches, 4 + epoch * 430, `epoch ${epoch + 1}`));
    const height = Math.max(40, ...seen.map((part) => part.height));
    picture.setAttribute("viewBox", `0 0 848 ${height}`);
    picture.replaceChildren(...seen.flatMap((part) => part.nodes));
    says.replaceChildren(html("b", {}, shown.right ? "✓ " : "✗ "), shown.says);
    return {
      count: shown.count,
      batch_size: shown.batch_size,
      seed: shown.seed,
      right: shown.right,
      says: shown.says,
      sizes: shown.epochs.map((batches) => batches.map((batch) => batch.length)),
      marked: seen.reduce((sum, part) => sum + part.marked, 0),
    };
  });
}

// Batches flow from left to right and wrap. A card has the number of its example, and ≠ where its target is another's.
function column(batches, left, title) {
  const nodes = [textAt(left, 14, title, { class: "title" })];
  const counts = {};
  let [x, y, marked] = [0, 26, 0];
  for (const batch of batches) {
    const wide = batch.length * 25 + 6;
    if (x && x + Math.min(wide, 400) > 400) {
      x = 0;
      y += 38;
    }
    let along = x;
    const first = { x, y };
    for (const [which, whose] of batch) {
      if (along + 28 > 412) {
        along = 0;
        y += 30;
      }
      counts[which] = (counts[which] ?? 0) + 1;
      const bad = which !== whose || counts[which] > 1;
      marked += bad ? 1 : 0;
      nodes.push(
        svg("rect", {
          x: left + along + 3,
          y: y + 3,
          width: 22,
          height: 22,
          rx: 4,
          class: bad ? "line red dashed" : "wash",
        }),
        textAt(left + along + 14, y + 18, String(which), { "text-anchor": "middle", class: bad ? "fill red" : "" }),
      );
      if (which !== whose)
        nodes.push(textAt(left + along + 25, y + 5, "≠", { "text-anchor": "middle", class: "fill red halo" }));
      along += 25;
    }
    if (first.y === y)
      nodes.push(
        svg("rect", {
          x: left + first.x,
          y: first.y,
          width: Math.max(along - first.x + 3, 8),
          height: 28,
          rx: 6,
          class: "line thin blue",
        }),
      );
    x = along + 12;
  }
  return { nodes, height: y + 40, marked };
}

export default { render };
