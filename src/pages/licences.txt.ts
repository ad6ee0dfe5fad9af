import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shipped } from '@book/shipped';
import type { APIRoute } from 'astro';

/** The licences that come with an installed package: a file, or a folder of files. */
function licenceOf(name: string): string {
  const folder = join(process.cwd(), 'node_modules', name);
  const files = globSync('*{,/*}', { cwd: folder, withFileTypes: true }).filter(
    (one) => one.isFile() && /^licen[cs]e\b/i.test(one.name),
  );
  if (files.length === 0) throw new Error(`${name} comes without the text of its licence`);
  return files
    .map((file) => readFileSync(join(file.parentPath, file.name), 'utf8').trim())
    .join('\n\n');
}

/** The licences of everything that others made and the site contains, in full. */
export const GET: APIRoute = () => {
  const parts = shipped.flatMap(({ packages }) =>
    packages.map((name) => `${name}\n${'='.repeat(name.length)}\n\n${licenceOf(name)}\n`),
  );
  return new Response(parts.join('\n\n'), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
};
