/**
 * Copy the bytes that the kernel sent into an array of numbers.
 *
 * @template {Float32Array | Float64Array | Uint8Array | Int8Array} Numbers
 * @overload
 * @param {DataView} view
 * @param {new (buffer: ArrayBuffer) => Numbers} Kind
 * @returns {Numbers}
 */
/**
 * @overload
 * @param {DataView} view
 * @returns {Float32Array}
 */
/**
 * @param {DataView} view
 * @param {new (buffer: ArrayBuffer) => any} Kind
 */
export function toNumbers(view, Kind = Float32Array) {
  const bytes = view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength);
  return new Kind(/** @type {ArrayBuffer} */ (bytes));
}

/**
 * Cut numbers into rows of the given width.
 *
 * @param {Float32Array | Float64Array | Uint8Array | Int8Array | number[]} numbers
 * @param {number} width
 * @returns {number[][]}
 */
export function toRows(numbers, width) {
  return Array.from({ length: numbers.length / width }, (_, i) => [...numbers.slice(i * width, (i + 1) * width)]);
}
