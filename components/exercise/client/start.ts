import type { ExerciseSet } from '../types';
import { makeFields } from './fields';

/** Gives the exercises of a chapter by its slug. */
export type LoadSet = (chapter: string) => Promise<ExerciseSet>;

/** `#ex-fb-hidden-delta=123`: the exercise and its seed. */
const seedInAddress = (id: string): number | undefined => {
  const [name, seed] = location.hash.slice(1).split('=');
  const number = Number(seed);
  return name === `ex-${id}` && Number.isInteger(number) && number >= 0 && number < 2 ** 32 && seed
    ? number
    : undefined;
};

const near = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      near.unobserve(target);
      makeFields(target);
    }
  },
  { rootMargin: '100% 0px' },
);

/** Makes all exercises of the page answer. */
export function startExercises(load: LoadSet): void {
  for (const root of document.querySelectorAll<HTMLElement>('[data-exercise]')) {
    startExercise(root, load);
  }
}

/**
 * Makes an exercise answer. Its fields appear when it comes near; its code and its chapter's set
 * arrive when it is first touched, when the address names its numbers, or when `ex-deal` does.
 */
export function startExercise(root: HTMLElement, load: LoadSet): void {
  const { exercise: id = '', chapter = '' } = root.dataset;
  let waking: Promise<void> | undefined;
  const wake = (seed?: number): Promise<void> => {
    makeFields(root);
    waking ??= Promise.all([import('./controller'), load(chapter)]).then(
      ([{ connect }, { exercises }]) => {
        const exercise = exercises.find((one) => one.id === id);
        if (exercise) connect(root, exercise, seed);
      },
      () => {
        // The next touch tries again.
        waking = undefined;
        root.querySelector('.ex-verdict')!.textContent = root.dataset.failed ?? '';
        return new Promise(() => {});
      },
    );
    return waking;
  };
  const deal = async (seed: number): Promise<void> => {
    await wake(seed);
    root.dispatchEvent(new CustomEvent('ex-seed', { detail: seed }));
  };
  // Pressing a button before the code has arrived: hold the press, and press again.
  const hold = (event: Event): void => {
    if (root.dataset.awake !== undefined) return;
    event.preventDefault();
    const { target } = event;
    void wake().then(() => {
      if (event.type === 'submit') (target as HTMLFormElement).requestSubmit();
      else if (target instanceof HTMLElement) target.click();
    });
  };
  for (const kind of ['focusin', 'pointerdown'] as const) {
    root.addEventListener(kind, () => void wake(), { passive: true });
  }
  // A line must follow the first drag: a mouse that is on its way wakes it.
  root.querySelector('.ex-lines')?.addEventListener('pointerenter', () => void wake());
  root.addEventListener('submit', hold);
  root.addEventListener('click', (event) => {
    if ((event.target as Element).closest('button:not([type=submit]), .ex-link')) hold(event);
  });
  root.addEventListener('ex-deal', (event) => void deal((event as CustomEvent<number>).detail));
  const fromAddress = (): void => {
    const seed = seedInAddress(id);
    if (seed === undefined) return;
    void deal(seed);
    root.scrollIntoView();
  };
  addEventListener('hashchange', fromAddress);
  fromAddress();
  near.observe(root);
}
