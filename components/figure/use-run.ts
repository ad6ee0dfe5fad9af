import { type MutableRef, useEffect, useRef, useState } from 'preact/hooks';
import { bring, onItsWay, type Run } from './run';

/** As long as one slice of work may keep the page waiting. */
const sliceMs = 6;
/** The first slice answers the hand: its picture has to be on the screen within a frame. */
const atOnceMs = 3;
/** Time from one picture of a run on its way to the next: to draw costs as much as to compute. */
const pictureMs = 60;
/** A new run goes on once the hand that began it has rested for as long: a drag begins many. */
const restMs = 50;

/**
 * Brings a run to a step, in slices between frames, and draws now and then. Going back begins anew.
 * Only the first picture is finished at once, as it was at build time.
 *
 * @param make begins a run; called again whenever `key` changes
 * @param target the step to show
 * @returns the run as far as it has come, with `busy` while it is on its way
 */
export function useRun<R extends Run>(make: () => R, key: string, target: number) {
  const [, redraw] = useState(0);
  const kept = useRef<{ run: R; key: string; target: number }>();
  const before = kept.current;
  const isNew = before !== undefined && before.key !== key;
  if (before?.key !== key || before.target !== target) {
    const goesOn = before?.key === key && before.run.step <= target;
    const run = goesOn ? before.run : make();
    bring(run, target, before ? atOnceMs : undefined);
    kept.current = { run, key, target };
  }
  const { run } = kept.current!;
  const busy = onItsWay(run, target);
  useEffect(() => {
    if (!busy) return;
    const drawn = performance.now();
    const slice = (): void => {
      bring(run, target, sliceMs);
      if (onItsWay(run, target) && performance.now() - drawn < pictureMs) {
        frame = requestAnimationFrame(slice);
      } else redraw((n) => n + 1);
    };
    let frame = 0;
    const rest = setTimeout(
      () => {
        frame = requestAnimationFrame(slice);
      },
      isNew ? restMs : 0,
    );
    return () => {
      clearTimeout(rest);
      cancelAnimationFrame(frame);
    };
  });
  return { run, busy };
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
