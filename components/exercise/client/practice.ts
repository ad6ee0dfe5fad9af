import type { Lang } from '@book/languages';
import { fill } from '@book/ui';
import { Random } from '@engine';
import { seedFrom } from '../draw';
import { practiceWords } from '../practice-words';
import { liftExercises } from './lift';
import { type LoadSet, startExercise } from './start';

/** Mixed practice, one exercise at a time with fresh numbers; and the sheet to print. */
export function startPractice(load: LoadSet): void {
  const form = document.querySelector<HTMLFormElement>('[data-practice]');
  const desk = document.querySelector<HTMLElement>('[data-desk]');
  if (!form || !desk) return;
  const lang: Lang = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
  const say = practiceWords[lang];
  const status = form.querySelector<HTMLElement>('[data-status]')!;
  const field = (name: string): HTMLInputElement => form.querySelector(`[name=${name}]`)!;
  let bag: { address: string; id: string }[] = [];

  const chosen = (): string[] =>
    [...form.querySelectorAll<HTMLInputElement>('[name=chapter]:checked')].map((b) => b.value);
  /** Every exercise of the chosen chapters, read off the list that the page has anyway. */
  const all = (): { address: string; id: string }[] =>
    chosen().flatMap((address) =>
      [...document.querySelectorAll<HTMLElement>(`[data-list="${CSS.escape(address)}"] li`)].map(
        (item) => ({ address, id: item.dataset.id! }),
      ),
    );
  /** Puts exercises on the page, with the numbers of a seed. */
  const lay = (exercises: readonly HTMLElement[], seed: number): void => {
    desk.replaceChildren(...exercises);
    for (const exercise of exercises) {
      startExercise(exercise, load);
      exercise.dispatchEvent(new CustomEvent('ex-deal', { detail: seed }));
    }
  };
  const failed = (): void => {
    status.textContent = say.notLoaded;
  };

  const next = async (): Promise<void> => {
    if (all().length === 0) {
      status.textContent = say.noChapter;
      return;
    }
    // Every exercise once, in random order, before any comes again.
    if (bag.length === 0) bag = new Random(seedFrom(Math.random)).shuffle(all());
    const pick = bag.pop()!;
    const exercises = await liftExercises(pick.address);
    status.textContent = '';
    desk.classList.remove('with-solutions');
    lay(
      exercises.filter(({ dataset }) => dataset.exercise === pick.id),
      seedFrom(Math.random),
    );
    desk.scrollIntoView({ block: 'nearest' });
    desk.querySelector('h3')?.focus();
  };

  /** All chosen exercises with one seed, with or without solutions. */
  const sheet = async (): Promise<boolean> => {
    const text = field('seed').value.trim();
    const seed = Number(text);
    if (!/^\d+$/.test(text) || seed >= 2 ** 32) {
      status.textContent = say.badSeed;
      return false;
    }
    const exercises = (await Promise.all(chosen().map(liftExercises))).flat();
    lay(exercises, seed);
    const solved = field('solutions').checked;
    desk.classList.toggle('with-solutions', solved);
    status.textContent = exercises.length
      ? fill(say.showing, { n: exercises.length, seed })
      : say.noChapter;
    await Promise.all(exercises.map(isAwake));
    for (const exercise of exercises) {
      exercise.querySelector<HTMLDetailsElement>('.ex-solution')!.open = solved;
    }
    return exercises.length > 0;
  };
  const on = (name: string, act: () => Promise<unknown>): void =>
    form.querySelector(`[data-${name}]`)!.addEventListener('click', () => void act().catch(failed));
  on('next', next);
  on('all', sheet);
  on('print', async () => {
    if (await sheet()) print();
  });
  form.addEventListener('change', ({ target }) => {
    if ((target as HTMLInputElement).name === 'chapter') bag = [];
    else if (desk.childElementCount > 1) void sheet().catch(failed);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void sheet().catch(failed);
  });
}

/** Resolves when an exercise has its numbers. */
const isAwake = (exercise: HTMLElement): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (exercise.dataset.awake === undefined) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(exercise, { attributes: true });
    look();
  });
