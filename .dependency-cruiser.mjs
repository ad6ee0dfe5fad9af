// @ts-check
import { arrows, ours } from './scripts/arrows.mjs';

// Tests may read what they test against.
const test = '[.]test[.]tsx?$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...Object.entries(arrows).map(([folder, may]) => ({
      name: `${folder.replace('src/', '')}-imports`,
      comment: `${folder} imports ${may.join(', ') || 'nothing of ours'}`,
      severity: /** @type {const} */ ('error'),
      from: { path: `^${folder}/`, pathNot: test },
      to: { path: ours, pathNot: [folder, ...may].map((path) => `^${path}/`) },
    })),
    {
      name: 'no-widget-imports-another',
      comment: 'What two widgets share moves to components/figure or components/controls',
      severity: 'error',
      from: { path: '^components/widgets/([^/]+)/' },
      to: { path: '^components/widgets/([^/]+)/', pathNot: '^components/widgets/$1/' },
    },
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'engine-needs-no-package',
      severity: 'error',
      from: { path: '^src/engine/', pathNot: [test, '^src/engine/testing/'] },
      to: { dependencyTypes: ['npm', 'npm-dev', 'core'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.astro', '.d.ts'] },
  },
};
