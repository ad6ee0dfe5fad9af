/** After this long without a move, the place is found. */
const restMs = 250;
const hands = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

function anchor(): HTMLElement | null {
  // A figure's state (`#backprop-stepper=…`) stands for its figure.
  const written = location.hash.slice(1).replace(/=.*$/s, '');
  try {
    const id = decodeURIComponent(written);
    return id ? document.getElementById(id) : null;
  } catch {
    // A damaged address (`#%`) names no place.
    return null;
  }
}

/**
 * Holds on to the place that the address names. Parts of a page that are not yet laid out
 * (content-visibility) have guessed heights, so the browser's first jump misses when they turn out
 * longer or shorter: this follows the anchor until nothing moves, or until the reader does.
 */
function hold(): void {
  const target = anchor();
  if (!target) return;
  let still = performance.now();
  let held = true;
  const release = (): void => {
    held = false;
    for (const hand of hands) removeEventListener(hand, release);
  };
  for (const hand of hands) addEventListener(hand, release, { passive: true });
  let before = Number.NaN;
  const follow = (): void => {
    if (!held) return;
    target.scrollIntoView({ behavior: 'instant' });
    const now = performance.now();
    const { top } = target.getBoundingClientRect();
    if (Math.abs(top - before) > 1 || Number.isNaN(before)) still = now;
    before = top;
    if (now - still < restMs) requestAnimationFrame(follow);
    else release();
  };
  requestAnimationFrame(follow);
}

/** Follows the anchor at the start and whenever the address changes. */
export function startAnchors(): void {
  addEventListener('hashchange', hold);
  hold();
}
