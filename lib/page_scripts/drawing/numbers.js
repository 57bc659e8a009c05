/**
 * Limit a number to an interval.
 *
 * @param {number} value
 * @param {number} low
 * @param {number} high
 */
export const clamp = (value, low, high) => Math.min(Math.max(value, low), high);

/**
 * Round to the nearest multiple of a step.
 *
 * @param {number} value
 * @param {number} step
 */
export const roundTo = (value, step) => Number((Math.round(value / step) * step).toFixed(6));

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * Write a whole number as an exponent.
 *
 * @param {number} power
 */
export function superscript(power) {
  return [...String(power)].map((digit) => (digit === "-" ? "⁻" : SUPERSCRIPTS[Number(digit)])).join("");
}

/**
 * Write a number with a few significant digits, a minus sign, and a power of ten only for very large or small numbers.
 *
 * @param {number} value
 * @param {number} [digits]
 */
export function formatNumber(value, digits = 3) {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  if (value !== 0 && (Math.abs(value) < 1e-3 || Math.abs(value) >= 1e5)) {
    const [mantissa, power] = value.toExponential(1).split("e");
    return `${mantissa}·10${superscript(Number(power))}`.replace("-", "−");
  }
  return String(Number(value.toPrecision(digits))).replace("-", "−");
}
