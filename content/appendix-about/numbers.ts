import { chapters } from '@book/contents';
import { allEquations, proven, chapters as registered } from '@components/equation/registry';
import { allSets } from '../all-sets';

/** Everything that the page counts, counted at build time. */

const results = allEquations.flatMap(({ id, check, rows }) => [
  proven(id, check),
  ...(rows ? [proven(`${id} (rows)`, rows.check)] : []),
]);
const lines = registered
  .flatMap(({ derivations }) => derivations)
  .flatMap(({ id, steps }) =>
    steps.flatMap(({ check }, i) => (check ? [proven(`${id}, line ${i + 1}`, check)] : [])),
  );

export const n = {
  chapters: chapters.length,
  figures: chapters.flatMap(({ figures }) => figures).length,
  exercises: (await allSets()).flatMap(({ exercises }) => exercises).length,
  equations: allEquations.length,
  /** Lines of derivations that claim something: all but the first of each. */
  lines: lines.length,
  /** Wrong variants that the checks were tried with; a check that lets one pass stops the build. */
  slips: [...results, ...lines].flatMap(({ rejected }) => rejected).length,
};
