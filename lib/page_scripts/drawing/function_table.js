import { toNumbers } from "../transport/arrays.js";
import { clamp } from "./numbers.js";

/**
 * Return a function that interpolates linearly between values at equally spaced places. Beyond the first and the last
 * place it continues the line through the last two values.
 *
 * @param {ArrayLike<number>} values
 * @param {number} low the place of the first value
 * @param {number} step
 * @returns {(z: number) => number}
 */
export function interpolate(values, low, step) {
  return (z) => {
    const place = (z - low) / step;
    const left = clamp(Math.floor(place + 1e-6), 0, values.length - 2);
    return values[left] + (place - left) * (values[left + 1] - values[left]);
  };
}

/** An activation function as a table that the kernel sent: its values, then its derivatives, from −10 to 10. */
export class FunctionTable {
  /** @param {DataView} view */
  constructor(view) {
    const all = toNumbers(view);
    this.at = interpolate(all.subarray(0, all.length / 2), -10, 0.01);
    this.derivatives = all.subarray(all.length / 2);
  }

  /** @param {number} z */
  derivative(z) {
    return this.derivatives[clamp(Math.round((z + 10) * 100), 0, this.derivatives.length - 1)];
  }
}
