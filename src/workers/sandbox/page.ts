import harness from './harness.js?raw';
import host from './host.js?raw';

/** The script of the sandbox's page, and the page around it. */
const script = host.replace('HARNESS', () => JSON.stringify(harness).replaceAll('<', '\\u003c'));

/**
 * The page in which the reader's code runs, as a whole file. Its own policy lets it load nothing
 * but the scripts that it makes itself; the frame that shows it takes away its origin.
 */
export async function sandboxPage(): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(script));
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash}' blob:`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="content-security-policy" content="${policy}">`,
    '<meta name="robots" content="noindex"><title>Sandbox</title></head><body>',
    `<script>${script}</script></body></html>`,
  ].join('');
}
