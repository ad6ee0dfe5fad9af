import { describe, expect, it } from 'vitest';
import { finishPage } from './finish.ts';
import { readPage } from './html.ts';

describe('finishPage', () => {
  it('leaves no style attribute, and allows every style that it leaves', async () => {
    const html =
      '<!doctype html><html><head><meta charset="utf-8"><link rel="preload" href="/_astro/F.a.woff2">' +
      '<style>@font-face{src:url(/_astro/F.a.woff2)format("woff2")}</style></head>' +
      '<body><p style="color:red">x</p></body></html>';
    const done = finishPage(readPage('', html), new Map([['F.a.woff2', 'F.b.woff2']]));
    expect(done).not.toContain('style="');
    expect(done).not.toContain('F.a.woff2');
    const policy = /content="([^"]*)"/.exec(done)?.[1] ?? '';
    const sheets = [...done.matchAll(/<style>([^<]*)<\/style>/g)].map(([, css = '']) => css);
    expect(sheets).toHaveLength(2);
    for (const css of sheets) {
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(css));
      expect(policy).toContain(`'sha256-${Buffer.from(digest).toString('base64')}'`);
    }
  });
});
