import { formatNumber } from "../drawing/numbers.js";

// Say in one sentence what the training has come to.
export function summary({ steps, losses, sizes, diverged, missed, examples, classes, ended }) {
  if (diverged) return `After ${steps} steps the loss is NaN, because training diverged.`;
  if (ended) return "The run has ended. Reset it, or change something.";
  if (!steps) return "Nothing is trained yet.";
  const [first, last] = [sizes[0], sizes.at(-1)];
  if (sizes.length > 1 && sizes.slice(0, -1).every((size) => size === 0))
    return "The gradient of every hidden layer is exactly 0.";
  if (sizes.length > 3 && first < 1e-4 * last)
    return (
      `Vanishing gradients: the gradient of the first layer is ${formatNumber(first / last, 2)} times that of ` +
      "the last layer."
    );
  if (Math.max(...sizes) > 100) return `Exploding: a gradient of ${formatNumber(Math.max(...sizes), 2)}.`;
  const worse = losses[1] > 1.5 * losses[0] + 0.02;
  if (worse && missed[0] === 0 && missed[1] > 0)
    return `Overfitting: every training point is right, and ${missed[1]} of ${examples[1]} test points are wrong.`;
  if (worse) return "The test loss is much higher than the training loss: the network overfits.";
  if (classes && missed[0] + missed[1] === 0) return "Every point is classified right.";
  return classes
    ? `${missed[1]} of ${examples[1]} test points are wrong.`
    : `The test loss is ${formatNumber(losses[1])}.`;
}
