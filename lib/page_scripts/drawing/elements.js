/** @typedef {Record<string, any>} Attributes An attribute's value by its name, or an event's listener. */

/**
 * JupyterLab moves between cells with the arrow keys. It leaves alone an element with this attribute. It does not ask
 * the element's ancestors, so every element that takes keys needs the attribute itself.
 */
export const KEEP_KEYS = { "data-lm-suppress-shortcuts": "true" };

/**
 * Set attributes, add event listeners for those whose value is a function, and append children.
 *
 * @template {Element} Node
 * @param {Node} node
 * @param {Attributes} attributes
 * @param {(globalThis.Node | string)[]} [children]
 * @returns {Node}
 */
export function setAttributes(node, attributes, children = []) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name, value);
    else node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

/**
 * Make an HTML element.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Attributes} [attributes]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function html(name, attributes = {}, ...children) {
  const takesKeys = ["input", "select", "button"].includes(name);
  return setAttributes(
    document.createElement(name),
    takesKeys ? { ...KEEP_KEYS, ...attributes } : attributes,
    children,
  );
}

/**
 * Make an SVG element.
 *
 * @template {keyof SVGElementTagNameMap} Name
 * @param {Name} name
 * @param {Attributes} [attributes]
 * @param {(Node | string)[]} children
 * @returns {SVGElementTagNameMap[Name]}
 */
export function svg(name, attributes = {}, ...children) {
  return setAttributes(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children);
}

/**
 * Make a line of SVG text at a place of the drawing.
 *
 * @param {number} x
 * @param {number} y
 * @param {string} text
 * @param {Attributes} [attributes]
 * @returns {SVGElement}
 */
export const textAt = (x, y, text, attributes = {}) => svg("text", { x, y, ...attributes }, text);

/**
 * Append an explorable's outermost element to the element that the notebook gives.
 *
 * @param {HTMLElement} el
 * @param {string} label what a screen reader calls the explorable
 */
export function createRoot(el, label) {
  const root = html("div", { class: "cr", role: "group", "aria-label": label, ...KEEP_KEYS });
  el.append(root);
  return root;
}
