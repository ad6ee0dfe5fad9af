import { type MutableRef, useEffect, useMemo, useRef, useState } from 'preact/hooks';

/** A computation of many steps that gives the same at step n however often it is begun anew. */
export interface Run {
  /** Steps done. */
  readonly step: number;
  /** No further step makes sense: the last one, or a number that has no bounds any more. */
  readonly ended: boolean;
  /** One step more. */
  advance(): void;
}

/** As long as one slice of work may keep the page waiting. */
const sliceMs = 8;

/**
 * Brings a run to a step, in slices between frames, and draws after each. Going back begins anew.
 *
 * @param make begins a run; called again whenever `key` changes
 * @param target the step to show
 * @returns the run as far as it has come, with `busy` while it is on its way
 */
export function useRun<R extends Run>(make: () => R, key: string, target: number) {
  const [, redraw] = useState(0);
  const made = useMemo(() => ({ run: make() }), [key]);
  if (made.run.step > target) made.run = make();
  const busy = made.run.step < target && !made.run.ended;
  useEffect(() => {
    if (!busy) return;
    const frame = requestAnimationFrame(() => {
      const until = performance.now() + sliceMs;
      const { run } = made;
      do run.advance();
      while (run.step < target && !run.ended && performance.now() < until);
      redraw((n) => n + 1);
    });
    return () => cancelAnimationFrame(frame);
  });
  return { run: made.run, busy };
}

/**
 * Plays a figure: calls `onFrame` with every frame while it goes and can be seen.
 *
 * @param able whether there is anything left to play
 * @returns `going`, its switch `play`, and `body`, the ref of an element of the figure
 */
export function usePlaying(able: boolean, onFrame: () => void) {
  const [wanted, play] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const going = wanted && able;
  useFrames(going, body, onFrame);
  return { going, play, body };
}

/**
 * Calls `onFrame` with every frame while `playing` and while the figure can be seen.
 *
 * @param inside an element of the figure
 */
function useFrames(
  playing: boolean,
  inside: MutableRef<Element | null>,
  onFrame: () => void,
): void {
  const latest = useRef(onFrame);
  latest.current = onFrame;
  useEffect(() => {
    if (!playing || !inside.current) return;
    let seen = true;
    let frame = 0;
    const tick = (): void => {
      if (seen) latest.current();
      frame = requestAnimationFrame(tick);
    };
    frame = requestAnimationFrame(tick);
    const watcher = new IntersectionObserver(([entry]) => {
      seen = entry?.isIntersecting ?? true;
    });
    watcher.observe(inside.current.closest('figure') ?? inside.current);
    return () => {
      cancelAnimationFrame(frame);
      watcher.disconnect();
    };
  }, [playing]);
}
