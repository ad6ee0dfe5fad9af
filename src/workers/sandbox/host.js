// @ts-check
/**
 * The script of the sandbox's page. That page has no origin, no storage and a policy that lets
 * nothing out; this script starts a fresh worker for every run and passes on its one answer. It is
 * put into the page as text, with the text of the harness as its constant.
 */
(() => {
  // @ts-expect-error replaced by the harness's text in page.ts
  const harness = URL.createObjectURL(new Blob([HARNESS], { type: 'text/javascript' }));

  /**
   * @param {MessagePort} port
   * @param {any} request
   */
  const run = (port, { secret, code, name, calls, limits }) => {
    // What was declared with const or let is no property of the global object: ask by name.
    const lookUp = `\n;self.__reader = () => typeof ${name} === 'function' ? ${name} : undefined;`;
    const text = `${code}${lookUp}\n//# sourceURL=reader.js`;
    const url = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    const worker = new Worker(harness);
    let messages = 0;
    /** @param {any} result */
    const end = (result) => {
      worker.terminate();
      URL.revokeObjectURL(url);
      port.postMessage({ type: 'ended', secret, result });
    };
    worker.onmessage = ({ data }) => {
      messages += 1;
      if (data?.type === 'ended' && data.secret === secret) end(data.result);
      else if (messages > limits.messages) end({ kind: 'stopped', why: 'flood' });
    };
    worker.onerror = (event) => {
      event.preventDefault();
      const line = /reader\.js$/.test(event.filename) ? event.lineno : undefined;
      end({ kind: 'broken', message: event.message || 'the code could not be loaded', line });
    };
    worker.postMessage({ url, name, calls, secret, limits });
  };

  addEventListener(
    'message',
    ({ ports: [port] }) => {
      if (!port) return;
      port.onmessage = ({ data }) => run(port, data);
      port.postMessage({ type: 'ready' });
    },
    { once: true },
  );
})();
