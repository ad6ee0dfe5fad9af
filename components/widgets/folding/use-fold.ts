import { useEffect, useRef } from 'preact/hooks';

const milliseconds = 1400;

/**
 * Plays the fold from 0 to 1, eased; at once for readers who want nothing to move.
 * @returns starts it, again if it is running
 */
export function useFold(show: (fold: number) => void): () => void {
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  return () => {
    cancelAnimationFrame(frame.current);
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      show(1);
      return;
    }
    const start = performance.now();
    const next = (now: number): void => {
      const t = Math.min(1, Math.max(0, (now - start) / milliseconds));
      show(Number((t * t * (3 - 2 * t)).toFixed(3)));
      if (t < 1) frame.current = requestAnimationFrame(next);
    };
    frame.current = requestAnimationFrame(next);
  };
}
