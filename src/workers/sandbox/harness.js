// @ts-check
/**
 * Runs inside the sandbox's worker, before and around the reader's code. It takes hold of what it
 * needs first, so that code which redefines `Math`, `JSON` or `postMessage` changes nothing here.
 * It judges nothing: values go out as they are and are compared on the page.
 *
 * Bundled as text (`?raw`); `secret`, `limits` and the address of the reader's code arrive in the
 * first message.
 */
(() => {
  const scope = /** @type {any} */ (self);
  const post = scope.postMessage.bind(scope);
  const load = scope.importScripts.bind(scope);
  const { String: Text, Error: Failure, Promise: Later } = scope;
  const { isArray } = Array;
  const { min: least } = Math;
  const { defineProperty, getPrototypeOf, keys } = Object;
  const slice = Function.prototype.call.bind(String.prototype.slice);
  const join = Function.prototype.call.bind(Array.prototype.join);
  const exec = Function.prototype.call.bind(RegExp.prototype.exec);
  const viewTag = Function.prototype.call.bind(
    /** @type {any} */ (
      Object.getOwnPropertyDescriptor(getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag)
    ).get,
  );
  /**
   * Appends without asking the prototype, on which the reader's code may have put setters.
   * @param {any[]} list
   * @param {unknown} value
   */
  const push = (list, value) =>
    defineProperty(list, list.length, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  const position = /reader\.js:(\d+)/;

  // Nothing that reaches out is left to find. The policy forbids it as well.
  for (const name of [
    'postMessage',
    'importScripts',
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'WebSocketStream',
    'WebTransport',
    'EventSource',
    'BroadcastChannel',
    'MessageChannel',
    'Worker',
    'SharedWorker',
    'indexedDB',
    'caches',
    'navigator',
    'close',
    'reportError',
    'FontFace',
    'RTCPeerConnection',
    'RTCDataChannel',
  ]) {
    let owner = scope;
    while (owner) {
      try {
        delete owner[name];
      } catch {
        // Not deletable: covered by the definition below.
      }
      owner = getPrototypeOf(owner);
    }
    try {
      defineProperty(scope, name, { value: undefined, writable: true, configurable: true });
    } catch {
      // Fixed by the browser; the policy still forbids it.
    }
  }

  /** @type {string[]} */
  const lines = [];
  let cut = false;
  let limits = { lines: 0, lineLength: 0 };

  /** @param {unknown} value */
  const show = (value) => {
    try {
      if (typeof value === 'string') return value;
      if (isArray(value)) return `[${join(plain(value, 0), ', ')}]`;
      return Text(value);
    } catch {
      return '?';
    }
  };
  /** @param {unknown[]} values */
  const write = (...values) => {
    if (lines.length >= limits.lines) {
      cut = true;
      return;
    }
    /** @type {string[]} */
    const parts = [];
    for (let i = 0; i < values.length && i < 20; i++) push(parts, show(values[i]));
    const line = join(parts, ' ');
    if (line.length > limits.lineLength) cut = true;
    push(lines, slice(line, 0, limits.lineLength));
  };
  defineProperty(scope, 'console', {
    value: { log: write, info: write, warn: write, error: write, debug: write },
  });

  /**
   * A copy made of numbers, texts, arrays and little else, however the value was built.
   * @param {any} value
   * @param {number} depth
   * @returns {any}
   */
  const plain = (value, depth) => {
    const type = typeof value;
    if (value === null || type === 'number' || type === 'boolean' || type === 'undefined') {
      return value;
    }
    if (type === 'string') return slice(value, 0, 1000);
    const view = type === 'object' ? viewTag(value) : undefined;
    if ((isArray(value) || (view && view !== 'DataView')) && depth < 4) {
      /** @type {any[]} */
      const copy = [];
      const length = least(value.length, 10000);
      for (let i = 0; i < length; i++) push(copy, plain(value[i], depth + 1));
      return copy;
    }
    if (type === 'object' && depth < 4) {
      /** @type {any} */
      const copy = {};
      const names = keys(value);
      for (let i = 0; i < names.length && i < 20; i++) {
        const name = /** @type {string} */ (names[i]);
        defineProperty(copy, name, { value: plain(value[name], depth + 1), enumerable: true });
      }
      return copy;
    }
    return `[${type}]`;
  };

  /** @param {any} thrown */
  const explain = (thrown) => {
    let message = 'unknown error';
    let line;
    try {
      message = slice(
        thrown instanceof Failure ? `${thrown.name}: ${thrown.message}` : Text(thrown),
        0,
        300,
      );
    } catch {
      // It throws when looked at.
    }
    try {
      const found = exec(position, Text(thrown.stack));
      if (found) line = +found[1];
    } catch {
      // It has no place.
    }
    return { message, line };
  };

  /** @param {any} request */
  const run = (request) => {
    const { url, name, calls, secret } = request;
    /** @param {any} result */
    const end = (result) => post({ type: 'ended', secret, result });
    try {
      load(url);
    } catch (thrown) {
      end({ kind: 'broken', ...explain(thrown) });
      return;
    }
    let call;
    try {
      call = scope.__reader?.(name);
    } catch {
      call = undefined;
    }
    if (typeof call !== 'function') {
      end({ kind: 'missing', name });
      return;
    }
    /** @type {any[]} */
    const results = [];
    for (let i = 0; i < calls.length; i++) {
      let result;
      try {
        const value = call(...calls[i].args);
        result =
          value instanceof Later
            ? { kind: 'error', message: 'a promise was returned', line: undefined }
            : { kind: 'value', value: plain(value, 0) };
      } catch (thrown) {
        result = { kind: 'error', ...explain(thrown) };
      }
      push(results, result);
    }
    end({ kind: 'done', results, output: { lines, cut } });
  };

  scope.onmessage = (/** @type {MessageEvent} */ { data }) => {
    scope.onmessage = null;
    limits = data.limits;
    run(data);
  };
})();
