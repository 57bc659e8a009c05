// A function of the plane as a picture: a square of numbers, its lowest row first, on a canvas.

const OKABE = { green: [0, 158, 115], red: [213, 94, 0], blue: [0, 114, 178], orange: [230, 159, 0], purple: [204, 121, 167], sky: [86, 180, 233] };

// Two sides, washed with see-through colour, so that the page's own background stays.
const sides = (score) => {
  const [red, green, blue] = score > 0 ? OKABE.green : OKABE.red;
  return [red, green, blue, 20 + 75 * clamp(Math.abs(score), 0, 1)];
};

// Paint each number with the colour [r, g, b, opacity] that `colour` gives it.
function paint(canvas, field, colour) {
  const cells = Math.sqrt(field.length);
  if (canvas.width !== cells) canvas.width = canvas.height = cells;
  const image = new ImageData(cells, cells);
  const { data } = image;
  let place = 0;
  for (let row = cells - 1; row >= 0; row--) {
    for (let column = 0; column < cells; column++) {
      const found = colour(field[row * cells + column]);
      for (let part = 0; part < 4; part++) data[place++] = found[part];
    }
  }
  canvas.getContext("2d").putImageData(image, 0, 0);
}

// The line where the field passes `level`: in each little square, from edge to edge.
function contour(field, side, level) {
  const cells = Math.sqrt(field.length);
  const at = (row, column) => field[row * cells + column] - level;
  const above = Uint8Array.from(field, (value) => value > level);
  const step = side / (cells - 1);
  let d = "";
  for (let row = 0; row < cells - 1; row++) {
    for (let column = 0; column < cells - 1; column++) {
      // Nearly every square lies on one side as a whole.
      const first = row * cells + column;
      const high = above[first] + above[first + 1] + above[first + cells] + above[first + cells + 1];
      if (high === 0 || high === 4) continue;
      const corners = [[row, column], [row, column + 1], [row + 1, column + 1], [row + 1, column]];
      const cuts = [];
      corners.forEach(([r, c], i) => {
        const [r2, c2] = corners[(i + 1) % 4];
        const [a, b] = [at(r, c), at(r2, c2)];
        if (a > 0 === b > 0) return;
        const part = a / (a - b);
        cuts.push(`${((c + part * (c2 - c)) * step).toFixed(1)} ${(side - (r + part * (r2 - r)) * step).toFixed(1)}`);
      });
      for (let i = 0; i + 1 < cuts.length; i += 2) d += `M${cuts[i]}L${cuts[i + 1]}`;
    }
  }
  return d;
}

const border = (field, side) => svg("path", { d: contour(field, side, 0), class: "line ink" });

// The same as part of a drawing: a square image there, on which `show` paints a field.
function surface(x, y, side) {
  const canvas = document.createElement("canvas");
  const node = svg("image", { x, y, width: side, height: side, preserveAspectRatio: "none" });
  const show = (field, colour) => {
    paint(canvas, field, colour);
    node.setAttribute("href", canvas.toDataURL());
  };
  return { node, show };
}
