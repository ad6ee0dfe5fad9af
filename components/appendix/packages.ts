import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const manifest = v.object({
  name: v.string(),
  version: v.string(),
  license: v.string(),
});

/** An installed package's own word on its version and licence. Throws where it gives none. */
export const manifestOf = (name: string): v.InferOutput<typeof manifest> =>
  v.parse(
    manifest,
    JSON.parse(readFileSync(join(process.cwd(), 'node_modules', name, 'package.json'), 'utf8')),
  );
