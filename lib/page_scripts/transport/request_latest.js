/** @typedef {import("@anywidget/types").AnyModel<any>} Model */

/** How many requests may be on their way to the kernel. */
const MOST_OPEN = 3;

/**
 * The server may hold an answer back for up to 40 ms, until the page acknowledges what it received before. Everything
 * that the page sends carries the acknowledgement. Where no other request is on its way, the page therefore sends a
 * small message after each of these times, in milliseconds: the kernel has mostly begun by the first.
 */
const ACKNOWLEDGE_AFTER = [8, 18];

/**
 * Return a function that asks the kernel for a state's answer. A newer request replaces one that was not sent yet.
 *
 * @param {Model} model
 * @param {(answer: any, buffers: DataView[]) => void} receive called with each answer that is newer than the last one
 * @returns {(state: Record<string, any>) => void}
 */
export function requestLatest(model, receive) {
  const view = Math.random();
  /** @type {Record<string, any> | null} */
  let waiting = null;
  let sent = 0;
  let received = 0;
  let open = 0;
  const send = () => {
    open += 1;
    sent += 1;
    model.send({ ask: waiting, id: sent, view });
    waiting = null;
    const id = sent;
    for (const after of ACKNOWLEDGE_AFTER) {
      setTimeout(() => {
        if (received < id && open === 1) model.send({ nudge: id });
      }, after);
    }
  };
  model.on("msg:custom", (answer, buffers) => {
    if (answer.view !== view) return;
    open -= 1;
    if (answer.id > received && !answer.lost) {
      received = answer.id;
      receive(answer, buffers);
    }
    if (waiting) send();
  });
  return (state) => {
    waiting = state;
    if (open < MOST_OPEN) send();
  };
}
