/** A computation of many steps that gives the same at step n however often it is begun anew. */
export interface Run {
  /** Steps done. */
  readonly step: number;
  /** No further step makes sense: the last one, or a number that has no bounds any more. */
  readonly ended: boolean;
  /** One step more. */
  advance(): void;
}

export const onItsWay = ({ step, ended }: Run, target: number): boolean => step < target && !ended;

/**
 * Brings a run to a step; one that is there, or beyond, stays where it is.
 *
 * @param ms as long as it may take; one step is made however little that is
 * @returns the same run
 */
export function bring<R extends Run>(run: R, target: number, ms = Number.POSITIVE_INFINITY): R {
  const until = performance.now() + ms;
  while (onItsWay(run, target)) {
    run.advance();
    if (performance.now() >= until) break;
  }
  return run;
}
