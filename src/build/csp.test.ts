import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { inlineHandlers, inlineScripts, policy, policyEdit } from './csp.ts';
import { applyEdits, readPage } from './html.ts';

const page = readPage(
  'en/',
  '<!doctype html><head><meta charset="utf-8"/><title>T</title><script>run()</script>' +
    '<script type="application/ld+json">{}</script><script src="/a.js"></script></head>' +
    '<body><button onclick="run()">x</button></body>',
);

describe('the policy', () => {
  it('hashes inline scripts that run, not data and not files', () => {
    expect(inlineScripts(page)).toEqual(['run()']);
    const hash = createHash('sha256').update('run()').digest('base64');
    expect(policy({ scripts: ['run()', 'run()'], styles: [] })).toContain(
      `script-src 'self' 'wasm-unsafe-eval' 'sha256-${hash}';`,
    );
  });

  it('never allows what is unsafe', () => {
    expect(policy({ scripts: ['a'], styles: ['b'] })).not.toContain('unsafe-inline');
  });

  it('stands right after the charset', () => {
    const html = applyEdits(page.html, [policyEdit(page, { scripts: [], styles: [] })]);
    expect(html).toMatch(/<meta charset="utf-8"\/><meta http-equiv="content-security-policy"/);
  });

  it('names inline handlers', () => {
    expect(inlineHandlers(page)).toEqual([
      '/en/: <button onclick="…"> cannot run under a strict policy',
    ]);
  });
});
