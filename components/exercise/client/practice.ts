import type { Lang } from '@book/languages';
import { fill } from '@book/ui';
import { seedFrom } from '../draw';
import { practiceWords } from '../practice-words';

/** Mixed practice and the printable sheet, over the exercises that stand on the page. */
export function startPractice(): void {
  const form = document.querySelector<HTMLFormElement>('[data-practice]');
  if (!form) return;
  const lang: Lang = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
  const say = practiceWords[lang];
  const status = form.querySelector<HTMLElement>('[data-status]')!;
  const exercises = [...document.querySelectorAll<HTMLElement>('[data-exercise]')];
  const field = (name: string): HTMLInputElement => form.querySelector(`[name=${name}]`)!;
  let latest: HTMLElement | undefined;

  const chosen = (): HTMLElement[] => {
    const chapters = new Set(
      [...form.querySelectorAll<HTMLInputElement>('[name=chapter]:checked')].map(
        (box) => box.value,
      ),
    );
    return exercises.filter(({ dataset }) => chapters.has(dataset.chapter ?? ''));
  };
  /** Gives an exercise its numbers: it wakes up when its address names it. */
  const deal = (exercise: HTMLElement, seed: number): void => {
    const send = () => exercise.dispatchEvent(new CustomEvent('ex-seed', { detail: seed }));
    if (exercise.dataset.awake !== undefined) {
      send();
      return;
    }
    new MutationObserver((_, observer) => {
      if (exercise.dataset.awake === undefined) return;
      observer.disconnect();
      send();
    }).observe(exercise, { attributes: true });
    exercise.dispatchEvent(new PointerEvent('pointerdown'));
  };
  const only = (shown: readonly HTMLElement[]): void => {
    for (const exercise of exercises) exercise.hidden = !shown.includes(exercise);
  };

  form.querySelector('[data-next]')?.addEventListener('click', () => {
    const others = chosen().filter((exercise) => exercise !== latest);
    const pick = others[Math.floor(Math.random() * others.length)] ?? latest;
    if (!pick) return;
    latest = pick;
    only([pick]);
    deal(pick, seedFrom(Math.random));
    pick.querySelector<HTMLElement>('h3')?.scrollIntoView({ block: 'nearest' });
  });

  /** The sheet: all chosen exercises with one seed, solutions open or shut. */
  const lay = (): void => {
    const seed = Number(field('seed').value.trim());
    if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32 || !field('seed').value.trim()) {
      status.textContent = say.badSeed;
      return;
    }
    const shown = chosen();
    only(shown);
    for (const exercise of shown) {
      deal(exercise, seed);
      // Opening a solution on a sheet is no answer of the reader's: the sheet only shows it.
      exercise.classList.toggle('with-solution', field('solutions').checked);
    }
    status.textContent = fill(say.showing, { n: shown.length, seed });
  };
  form.querySelector('[data-all]')?.addEventListener('click', lay);
  for (const name of ['seed', 'solutions']) field(name).addEventListener('change', lay);
  form.querySelector('[data-print]')?.addEventListener('click', () => {
    lay();
    setTimeout(() => print(), 300);
  });
  form.addEventListener('submit', (event) => event.preventDefault());
}
