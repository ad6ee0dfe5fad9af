import {
  type Call,
  type CallResult,
  limits,
  noOutput,
  type RunRequest,
  type RunResult,
} from './protocol';

/**
 * Where the reader's code runs: a hidden frame without origin, storage or network, and in it a
 * fresh worker for every run. A run that takes too long takes the frame down with it.
 */
export class Sandbox {
  private frame: HTMLIFrameElement | undefined;
  private port: Promise<MessagePort> | undefined;

  /** @param url address of the sandbox's page */
  constructor(private readonly url: string) {}

  /**
   * Runs `code` (JavaScript, types already removed) and calls its function `name` once per call.
   * Resolves within about two seconds, whatever the code does.
   * @throws Error if `name` is not an identifier: it is put into a script
   */
  async run(code: string, name: string, calls: readonly Call[]): Promise<RunResult> {
    if (!/^[A-Za-z_]\w*$/.test(name)) throw new Error(`“${name}” cannot be a function’s name`);
    const port = await this.connect();
    const secret = crypto.randomUUID();
    return new Promise((resolve) => {
      const finish = (result: RunResult): void => {
        clearTimeout(timer);
        port.onmessage = null;
        resolve(result);
      };
      const timer = setTimeout(() => {
        this.dispose();
        finish({ kind: 'stopped', why: 'time', output: noOutput });
      }, limits.time);
      port.onmessage = ({ data }: MessageEvent<{ secret?: unknown; result?: unknown }>) => {
        if (data?.secret === secret) finish(readResult(data.result, calls.length));
      };
      const request: RunRequest & { limits: typeof limits } = {
        type: 'run',
        secret,
        code,
        name,
        calls,
        limits,
      };
      port.postMessage(request);
    });
  }

  /** Takes the frame away; the next run makes a new one. */
  dispose(): void {
    this.frame?.remove();
    this.frame = undefined;
    this.port = undefined;
  }

  private connect(): Promise<MessagePort> {
    this.port ??= new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.hidden = true;
      frame.title = '';
      frame.tabIndex = -1;
      frame.src = this.url;
      frame.addEventListener('load', () => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(port1);
        frame.contentWindow?.postMessage('connect', '*', [port2]);
      });
      this.frame = frame;
      document.body.append(frame);
    });
    return this.port;
  }
}

/** What the sandbox says, believed as far as it has the right form. */
function readResult(result: unknown, expected: number): RunResult {
  const closed: RunResult = { kind: 'stopped', why: 'closed', output: noOutput };
  if (!isRecord(result)) return closed;
  const { kind, message, line, name, why } = result;
  switch (kind) {
    case 'done': {
      const results = Array.isArray(result.results) ? result.results.map(readCall) : [];
      if (results.length !== expected) return closed;
      return { kind, results, output: readOutput(result.output) };
    }
    case 'broken':
      return { kind, message: String(message), line: readLine(line) };
    case 'missing':
      return { kind, name: String(name) };
    default:
      return why === 'flood' ? { kind: 'stopped', why, output: noOutput } : closed;
  }
}

function readCall(result: unknown): CallResult {
  if (isRecord(result) && result.kind === 'value') return { kind: 'value', value: result.value };
  const { message, line } = isRecord(result) ? result : {};
  return { kind: 'error', message: String(message), line: readLine(line) };
}

function readOutput(output: unknown) {
  if (!isRecord(output) || !Array.isArray(output.lines)) return noOutput;
  return { lines: output.lines.slice(0, limits.lines).map(String), cut: output.cut === true };
}

const readLine = (line: unknown): number | undefined =>
  typeof line === 'number' && Number.isInteger(line) && line > 0 ? line : undefined;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
