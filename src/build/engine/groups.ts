/** One heading of the engine's contents, with the source files that stand under it. */
interface Group {
  readonly title: string;
  /** Matches the path of a file below `src/engine/`. */
  readonly files: RegExp;
}

/** How the engine's pages are grouped: in the order in which a reader of the book meets them. */
const groups: readonly Group[] = [
  { title: 'The perceptron', files: /^perceptron\.ts$/ },
  { title: 'Networks', files: /^network/ },
  { title: 'Activations', files: /^(activations|softmax|special)\.ts$/ },
  { title: 'Losses', files: /^losses\.ts$/ },
  { title: 'Layers', files: /^layers\// },
  { title: 'Initialisers', files: /^initialisers\.ts$/ },
  { title: 'Optimisers and schedules', files: /^(optimisers\/|schedules\.ts$)/ },
  { title: 'Training', files: /^training\// },
  { title: 'Traces and gradient checks', files: /^(trace|gradcheck)/ },
  { title: 'Data sets', files: /^data\// },
  { title: 'Matrices', files: /^(matrix|algebra)\.ts$/ },
  { title: 'Random numbers', files: /^random\.ts$/ },
  { title: 'Kernels', files: /^(kernel\.ts$|wasm\/)/ },
];

/** Titles in order. */
export const groupTitles: readonly string[] = groups.map(({ title }) => title);

/**
 * The group of a source file.
 * @param file path below `src/engine/`
 * @throws Error, and so fails the build, if no group takes the file in
 */
export function groupOf(file: string): string {
  const group = groups.find(({ files }) => files.test(file));
  if (!group) throw new Error(`src/build/engine/groups.ts has no group for src/engine/${file}`);
  return group.title;
}
