// The element <cross-read>, and the worker that reads for it: this one file is loaded as both.
//
//   <script type="module" src="cross-read.js"></script>
//   <cross-read></cross-read>
//
// Whoever imports it has `read`, `compare` and `relate` at hand as soon as the import is done.
import init, { Desk, Widget } from "./crossread.js";

export { compare, read, relate } from "./crossread.js";

const at = (name) => new URL(name, import.meta.url);

/** The program, compiled once: the worker is given it and fetches nothing. */
async function compile() {
  const fetched = await fetch(at("crossread_bg.wasm"));
  if (!fetched.ok) throw new Error(`crossread_bg.wasm could not be loaded (${fetched.status}).`);
  // A server that doesn't know the type of .wasm files must not keep the page from working.
  if (fetched.headers.get("Content-Type")?.startsWith("application/wasm")) return WebAssembly.compileStreaming(fetched);
  return WebAssembly.compile(await fetched.arrayBuffer());
}

/** Answers in this thread, for want of a worker; a breath first, so that "Reading ..." is painted. */
function askHere() {
  const desk = new Desk();
  const breath = () => new Promise((done) => { setTimeout(done, 20); });
  return async (request) => {
    await breath();
    return desk.ask(request);
  };
}

/** The kind of request that is answered; what other requests put on the desk stays there. */
const COMPARE = 0;

/**
 * Answers in a worker. Where none can be started (a foreign origin, a strict policy), in this thread. Should a request
 * break the program, that request fails and the next one finds a new worker, with the same articles on its desk.
 */
function askWorker(program) {
  let waiting = [];
  let here = null;
  let worker = null;
  const onDesk = new Map();
  const fallBack = () => {
    worker?.terminate();
    worker = null;
    here ??= askHere();
    for (const { request, answer, fail } of waiting.splice(0)) here(request).then(answer, fail);
  };
  const start = () => {
    worker = new Worker(at("cross-read.js"), { type: "module", name: "crossread" });
    worker.onerror = fallBack;
    worker.onmessage = ({ data }) => {
      const { answer, fail } = waiting.shift();
      if (data) {
        answer(data);
      } else {
        fail(new Error("The program stopped."));
        restart();
      }
    };
    worker.postMessage(program);
  };
  const send = (request, answer, fail) => {
    if (!worker) return here(request).then(answer, fail);
    waiting.push({ request, answer, fail });
    worker.postMessage(request);
  };
  const restart = () => {
    worker.terminate();
    start();
    const nobody = () => {};
    const late = waiting;
    waiting = [];
    for (const request of onDesk.values()) send(request, nobody, nobody);
    for (const { request, answer, fail } of late) send(request, answer, fail);
  };
  try {
    start();
  } catch {
    fallBack();
  }
  const ask = (request) => {
    if (request[0] !== COMPARE) onDesk.set(request[0], request);
    return new Promise((answer, fail) => { send(request, answer, fail); });
  };
  return { ask, end: () => worker?.terminate() };
}

/** In a worker: the first message is the program, every other one a request, answered in order; with null if it broke. */
function serve() {
  let desk = null;
  const ask = (desk, request) => {
    try {
      return desk.ask(request);
    } catch {
      return null;
    }
  };
  self.onmessage = ({ data }) => {
    if (data instanceof WebAssembly.Module) {
      desk = init({ module_or_path: data }).then(() => new Desk());
      // While the reader is still looking for an article: whatever has come meanwhile goes first.
      desk.then((desk) => setTimeout(() => desk.warm(), 100));
    } else {
      desk.then((desk) => {
        const answer = ask(desk, data);
        // The sheet's bytes are handed over, not copied.
        self.postMessage(answer, answer?.length ? [answer[0].buffer] : []);
      });
    }
  };
  // A program that can't begin is reported as an error of the worker, so that the page can do without it.
  self.onunhandledrejection = ({ reason }) => setTimeout(() => { throw reason; });
}

async function start() {
  const program = await compile();
  await init({ module_or_path: program });
  return program;
}

const inWindow = typeof window !== "undefined";

/** Settles when the program is ready. */
export const ready = inWindow ? start() : null;

if (inWindow) {
  class CrossRead extends HTMLElement {
    static observedAttributes = ["corpus", "outlet", "published"];
    #widget = null;
    #end = null;
    #pending = [];

    connectedCallback() {
      if (this.shadowRoot) return;
      const root = this.attachShadow({ mode: "open" });
      const style = document.createElement("link");
      style.rel = "stylesheet";
      style.href = at("cross-read.css");
      const body = document.createElement("div");
      body.id = "crossread";
      body.hidden = true;
      style.onload = style.onerror = () => { body.hidden = false; };
      root.append(style, body);
      body.textContent = "Loading …";
      ready.then((program) => this.#mount(program, body)).catch((error) => {
        body.hidden = false;
        body.textContent = `crossread could not start: ${error.message ?? error}`;
      });
    }

    async #mount(program, body) {
      const { ask, end } = askWorker(program);
      this.#end = end;
      body.textContent = "";
      this.#widget = new Widget(body, ask, (name, detail) =>
        this.dispatchEvent(new CustomEvent(`cross-read:${name}`, { detail: JSON.parse(detail), bubbles: true, composed: true })));
      // The other reports first: an article read before they are there would be read twice.
      for (const name of CrossRead.observedAttributes) await this.#take(name, this.getAttribute(name));
      if (!this.#widget) return;
      const own = this.textContent.trim();
      if (own) this.#pending.unshift(own);
      for (const text of this.#pending.splice(0)) this.#widget.read(text);
      this.dispatchEvent(new CustomEvent("cross-read:ready", { bubbles: true, composed: true }));
    }

    attributeChangedCallback(name, _, value) {
      if (this.#widget) this.#take(name, value);
    }

    async #take(name, value) {
      if (value === null) return;
      if (name === "corpus") {
        const fetched = await fetch(new URL(value, document.baseURI)).catch(() => null);
        const file = fetched?.ok ? await fetched.text() : "";
        this.#widget?.corpus(file);
      } else {
        this.#widget.about(name, value);
      }
    }

    /** Reads an article and shows it beside the others. */
    read(text) {
      if (this.#widget) this.#widget.read(String(text));
      else this.#pending.push(String(text));
    }

    disconnectedCallback() {
      // An element that is only moved is connected again at once.
      queueMicrotask(() => {
        if (this.isConnected || !this.#widget) return;
        this.#end();
        this.#widget.free();
        this.#widget = null;
        this.shadowRoot.textContent = "";
      });
    }
  }
  customElements.define("cross-read", CrossRead);
  await ready;
} else {
  serve();
}
