import { basename } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take long, from the quicker to the slower. */
const slow = ['random', 'reference', 'layers', 'network', 'trace', 'trainer', 'wasm-kernel'];

/** The tests of the changed file first: the first failure ends a mutant. */
class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { related = [] } = this.ctx.config as { related?: string[] };
    const changed = new Set(related.map((file) => basename(file, '.ts')));
    const rank = ({ moduleId }: TestSpecification) => {
      const name = basename(moduleId, '.test.ts');
      return changed.has(name) ? -2 : slow.indexOf(name);
    };
    return files.toSorted((p, q) => rank(p) - rank(q));
  }
}

/** The engine's own tests, without Astro: what `npm run mutate` runs again and again. */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    isolate: false,
    sequence: { sequencer: NearestFirst },
    include: ['src/engine/**/*.test.ts'],
    // A second oracle that takes long to load; PyTorch’s numbers and differences say the same.
    exclude: ['src/engine/tensorflow.test.ts'],
  },
});
