import type { ExerciseSet } from '../types';

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

/**
 * Makes the exercises of the page answer. Their code and their chapter's set arrive when one of
 * them is first touched, or when the address names its numbers.
 */
export function startExercises(load: LoadSet): void {
  for (const root of document.querySelectorAll<HTMLElement>('[data-exercise]')) {
    const { exercise: id = '', chapter = '' } = root.dataset;
    let waking: Promise<void> | undefined;
    const wake = (seed?: number): Promise<void> => {
      waking ??= Promise.all([import('./controller'), load(chapter)]).then(
        ([{ connect }, { exercises }]) => {
          const exercise = exercises.find((one) => one.id === id);
          if (exercise) connect(root, exercise, seed);
        },
      );
      return waking;
    };
    for (const kind of ['focusin', 'pointerdown'] as const) {
      root.addEventListener(kind, () => void wake(), { once: true, passive: true });
    }
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
    root.addEventListener('submit', hold);
    root.addEventListener('click', (event) => {
      if ((event.target as Element).closest('button:not([type=submit]), .ex-link')) hold(event);
    });
    const fromAddress = (): void => {
      const seed = seedInAddress(id);
      if (seed === undefined) return;
      void wake(seed).then(() => {
        root.dispatchEvent(new CustomEvent('ex-seed', { detail: seed }));
      });
    };
    addEventListener('hashchange', fromAddress);
    fromAddress();
  }
}
