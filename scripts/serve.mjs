// @ts-check
/**
 * A static host for the built book: what any host does (types, compression, caching, the 404
 * page, a base path), and nothing more. `npm start` uses it, and so do the tests.
 *
 *   node scripts/serve.mjs [--root dist] [--base /] [--port 4321]
 */

import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** @type {Record<string, string>} */
const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};
const compressible = /^text\/|json|xml|wasm/;

/**
 * The file that answers a request path: the path itself, or its folder's index.html.
 * @param {string} root absolute folder of the built site
 * @param {string} path decoded request path after the base, no leading slash
 * @returns {Promise<string | 'folder' | undefined>} 'folder' when only the final slash is missing
 */
async function find(root, path) {
  const file = normalize(join(root, path));
  if (file !== root && !file.startsWith(root + sep)) return undefined;
  const info = await stat(file).catch(() => undefined);
  if (info?.isFile()) return path.endsWith('/') ? undefined : file;
  if (!info?.isDirectory()) return undefined;
  const index = join(file, 'index.html');
  if (!(await stat(index).catch(() => undefined))?.isFile()) return undefined;
  return path === '' || path.endsWith('/') ? index : 'folder';
}

/**
 * Starts the server.
 * @param {{ root?: string, base?: string, port?: number }} [options] port 0 picks a free one
 * @returns {Promise<{ address: string, close: () => Promise<void> }>}
 */
export async function serve({ root = 'dist', base = '/', port = 4321 } = {}) {
  const folder = resolve(root);
  const prefix = `/${base.replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
  /** @type {Map<string, Uint8Array>} */
  const compressed = new Map();

  const server = createServer(async (request, response) => {
    try {
      await answer(request, response);
    } catch (error) {
      response.writeHead(error instanceof URIError ? 400 : 500, { 'content-type': types['.txt'] });
      response.end(error instanceof URIError ? 'Bad address' : 'The server failed');
    }
  });

  /**
   * @param {import('node:http').IncomingMessage} request
   * @param {import('node:http').ServerResponse} response
   */
  async function answer(request, response) {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = decodeURIComponent(url.pathname);
    if (`${path}/` === prefix || (path === '/' && prefix !== '/')) {
      response.writeHead(302, { location: prefix }).end();
      return;
    }
    const inside = path.startsWith(prefix);
    const found = inside ? await find(folder, path.slice(prefix.length)) : undefined;
    if (found === 'folder') {
      response.writeHead(301, { location: `${url.pathname}/${url.search}` }).end();
      return;
    }
    const file = found ?? join(folder, '404.html');
    const body = await readFile(file).catch(() => Buffer.from('Not found'));
    const type = types[extname(file)] ?? 'application/octet-stream';
    /** @type {Record<string, string>} */
    const headers = {
      'content-type': type,
      'x-content-type-options': 'nosniff',
      'cache-control': path.includes('/_astro/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
    };
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : '';
    /** @type {Uint8Array} */
    let sent = body;
    if (encoding && compressible.test(type)) {
      const key = `${encoding} ${file} ${(await stat(file).catch(() => undefined))?.mtimeMs ?? 0}`;
      sent = compressed.get(key) ?? compress(body, encoding);
      compressed.set(key, sent);
      headers['content-encoding'] = encoding;
      headers.vary = 'accept-encoding';
    }
    headers['content-length'] = String(sent.length);
    response.writeHead(found ? 200 : 404, headers);
    response.end(request.method === 'HEAD' ? undefined : sent);
  }

  await new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, () => done(undefined));
  });
  const bound = server.address();
  const actual = typeof bound === 'object' && bound ? bound.port : port;
  return {
    address: `http://localhost:${actual}${prefix}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {Buffer} body
 * @param {'br' | 'gzip'} encoding
 */
function compress(body, encoding) {
  if (encoding === 'gzip') return gzipSync(body);
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      root: { type: 'string', default: 'dist' },
      base: { type: 'string', default: process.env.BASE ?? '/' },
      port: { type: 'string', default: process.env.PORT ?? '4321' },
    },
  });
  try {
    const { address } = await serve({ ...values, port: Number(values.port) });
    console.log(`The book is at ${address} (Ctrl+C stops)`);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') throw error;
    console.error(`Port ${values.port} is taken: try PORT=${Number(values.port) + 1} npm start`);
    process.exit(1);
  }
}
