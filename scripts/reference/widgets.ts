import type { Case } from '@components/figure/pytorch-case';

const byFile = import.meta.glob<readonly Case[]>('/components/widgets/*/pytorch.cases.ts', {
  eager: true,
  import: 'cases',
});

/** The cases of all widgets, each named after its widget: `folding, tanh`. */
export const cases: readonly Case[] = Object.entries(byFile).flatMap(([file, own]) =>
  own.map(({ name, ...rest }) => ({ name: `${file.split('/').at(-2)}, ${name}`, ...rest })),
);
