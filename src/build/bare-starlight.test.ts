import { expect, it } from 'vitest';
import { bare } from './bare-starlight';

const page = `---
import '../style/props.css';
import '../style/reset.css';
import '../style/asides.css';
import printHref from '../style/print.css?url&no-inline';
---
<head><style>
html { scroll-padding-top: var(--sl-nav-height); }
</style><link rel="stylesheet" href={printHref} media="print" /></head>
<script src="../components-internals/SidebarPersistState"></script>
<main><slot /></main>`;

it('leaves of Starlight’s page what the book uses', () => {
  const left = bare(page);
  expect(left).toContain("import '../style/reset.css';");
  expect(left).toContain('<main><slot /></main>');
  expect(left).not.toMatch(/props|asides|print|<style|<script|<link/);
});

it('stops the build when Starlight’s page has changed', () => {
  expect(() => bare(page.replace('<script src', '<script async src'))).toThrow('no longer has');
});
