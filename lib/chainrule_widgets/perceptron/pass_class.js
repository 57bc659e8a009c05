const [SIDE, STEPS] = [320, 150];

function render({ model, el }) {
  const root = shell(el, "Will I pass this class?");
  const names = ["lectures", "hours", "step", "learning_rate"];
  const { wish, drawn } = answering(model, names, ["field"], (said, field) => ({ ...said, field: floats(field) }));
  const rows = floats(model.get("students"));
  const students = Array.from({ length: rows.length / 3 }, (_, i) => [...rows.subarray(3 * i, 3 * i + 3)]);
  const panel = new Panel({ x: 34, y: 8, width: SIDE, height: SIDE, xs: [0, 8], ys: [0, 10] });
  panel.axes([0, 2, 4, 6, 8], [0, 2, 4, 6, 8, 10], "lectures attended");
  panel.frame.append(words(panel.x + 6, panel.y + 14, "hours on the project", { class: "quiet halo" }));
  const ground = surface(panel.x, panel.y, SIDE);
  const picture = svg("svg", { viewBox: "0 0 848 368" });
  const line = svg("g", { transform: `translate(${panel.x} ${panel.y})` });
  const you = spot("you: lectures, hours", panel, picture, { low: 0, high: 10, step: 0.1, get: () => [model.get("lectures"), model.get("hours")],
    put: ([lectures, hours]) => wish({ lectures: Math.min(lectures, 8), hours }) },
  svg("circle", { r: 13, class: "ring" }), svg("path", { d: "M0 -9l9 9l-9 9l-9 -9z", class: "fill ink" }), words(13, 5, "you", { class: "title halo" }));
  panel.inside.append(...twoClasses(students.map(([a, b, passed]) => [panel.px(a), panel.py(b), passed])));
  const bar = gauge(430, 60);
  const net = words(430, 24, "", { class: "title" });
  const loss = words(430, 176, "");
  const right = words(430, 200, "");
  picture.append(ground.node, panel.node, line, you, net, bar.node, loss, right, ...key(430, 236));
  const says = html("p", { class: "says", role: "status" });
  const rate = html("select", { "aria-label": "learning rate", change: () => wish({ learning_rate: Number(rate.value) }) },
    ...[0.003, 0.1, 3].map((v) => html("option", { value: v }, String(v))));
  root.append(html("div", { class: "controls" },
    playing("train", model, "step", () => STEPS, wish),
    slider("step", model, "step", { min: 0, max: STEPS, step: 1 }, wish),
    html("label", {}, "learning rate", rate)), picture, says);

  drawn(root, names, (shown) => {
    // What is here moves with the hand; what the net says of it follows when the kernel has answered.
    ground.show(shown.field, (p) => sides(2 * p - 1));
    line.replaceChildren(svg("path", { d: contour(shown.field, SIDE, 0.5), class: "line ink" }));
    you.show();
    rate.value = String(model.get("learning_rate"));
    bar.show(shown.p);
    net.textContent = shown.step ? `the net after ${shown.step} steps` : "the net, untrained";
    loss.textContent = `loss over last year's class: ${written(shown.loss)}`;
    right.textContent = `said right: ${shown.right} of ${shown.of}`;
    says.textContent = sentence(shown);
    picture.setAttribute("aria-label", says.textContent);
    return { lectures: shown.lectures, hours: shown.hours, step: shown.step, learning_rate: shown.learning_rate, p: shown.p, loss: shown.loss, right: shown.right, of: shown.of };
  });
}

function sentence({ step, p, learning_rate: rate, passed, of, right }) {
  const says = `To you it says ${written(p)}. `;
  if (step === 0) return `${says}It has seen nobody yet. Its weights are random, and so is its opinion.`;
  if (rate === 3 && step > 20) return `${says}It says about that to everyone: ${passed} of ${of} passed, and this share is all it knows. The first steps were so large that every hidden neuron is saturated.`;
  if (rate === 0.003) return `${says}The steps are so small that after ${step} of them it has barely begun.`;
  if (step < 30) return `${says}It has begun to move: more people are on their side of the border with every step.`;
  return `${says}It has seen what became of ${of} others, and is right about ${right} of them.`;
}

function gauge(x, y) {
  const wide = 360;
  const fill = svg("rect", { x, y, height: 26, rx: 3, class: "fill blue" });
  const value = words(x, y + 56, "", { class: "title", "text-anchor": "middle" });
  const node = svg("g", {}, svg("rect", { x, y, width: wide, height: 26, rx: 3, class: "wash" }), fill,
    svg("path", { d: `M${x + wide / 2} ${y - 6}v38`, class: "line thin dotted ink" }),
    words(x, y + 42, "0", { class: "quiet" }), words(x + wide, y + 42, "1", { class: "quiet", "text-anchor": "end" }),
    value);
  const show = (p) => {
    put(fill, { width: wide * p }, []);
    put(value, { x: x + clamp(wide * p, 40, wide - 40) }, []);
    value.textContent = `p(pass) = ${written(p)}`;
  };
  return { node, show };
}

const key = (x, y) => [...twoClasses([[x + 6, y - 4, 1], [x + 96, y - 4, 0]]), words(x + 20, y, "passed", { class: "quiet" }), words(x + 110, y, "failed", { class: "quiet" }),
  svg("path", { d: `M${x + 172} ${y - 4}h26`, class: "line ink" }), words(x + 206, y, "p = ½", { class: "quiet" })];

export default { render };
