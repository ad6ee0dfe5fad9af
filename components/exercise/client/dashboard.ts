import type { Lang } from '@book/languages';
import { type Standing, standings } from '@book/progress/review';
import { exportProgress, importProgress, type Refusal } from '@book/progress/transfer';
import { fill } from '@book/ui';
import { Random } from '@engine';
import { seedFrom } from '../draw';
import { practiceWords } from '../practice-words';
import { words } from '../words';
import { memory } from './memory';

/** Fills the progress page from the reader's log, and keeps it up to date with other tabs. */
export async function startDashboard(): Promise<void> {
  const root = document.querySelector<HTMLElement>('[data-dashboard]');
  if (!root) return;
  const lang: Lang = root.dataset.lang === 'zh' ? 'zh' : 'en';
  const say = practiceWords[lang];
  const said = root.querySelector<HTMLElement>('[data-said]')!;
  const store = await memory();
  const dates = new Intl.DateTimeFormat(lang === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium' });

  const isDue = ({ due }: Standing): boolean => due !== undefined && due <= Date.now();
  const stateOf = (standing: Standing | undefined): [text: string, look: string] => {
    if (!standing || standing.state === 'new') return ['–', ''];
    if (isDue(standing)) return [say.due, 'is-due'];
    return [say[standing.state], standing.state === 'done' ? 'is-done' : ''];
  };
  /** A finished exercise comes again with other numbers: those of today, so that a link stays. */
  const freshSeed = (id: string, times: number): number =>
    seedFrom(() => new Random(`${id}/${times}/${new Date().toDateString()}`).uniform(0, 1));

  const show = async (): Promise<void> => {
    const { attempts } = await store.read();
    const all = standings(attempts);
    for (const row of root.querySelectorAll<HTMLElement>('[data-row]')) {
      const standing = all.get(row.dataset.row ?? '');
      const cell = row.querySelector('[data-state]')!;
      [cell.textContent, cell.className] = stateOf(standing);
      const link = row.querySelector('a')!;
      const seed = standing?.finished ? `=${freshSeed(standing.exercise, standing.finished)}` : '';
      link.hash = `ex-${row.dataset.row}${seed}`;
      row.querySelector('[data-due]')!.textContent = standing?.due
        ? dates.format(standing.due)
        : '–';
    }
    for (const table of root.querySelectorAll('table')) {
      const ids = [...table.querySelectorAll<HTMLElement>('[data-row]')].map((r) => r.dataset.row!);
      const done = ids.filter((id) => (all.get(id)?.state ?? 'new') !== 'new').length;
      table.querySelector('[data-count]')!.textContent = fill(say.count, { done, all: ids.length });
    }
    const finished = [...all.values()].filter(({ state }) => state !== 'new');
    root.querySelector('[data-summary]')!.textContent = fill(say.summary, {
      done: finished.length,
      helped: finished.filter(({ state }) => state === 'helped').length,
      due: finished.filter(isDue).length,
    });
    showDue(all);
    const days = new Set(attempts.map(({ at }) => new Date(at).toDateString()));
    const mayVanish = days.size >= 3 && !(await navigator.storage?.persisted?.());
    root.querySelector<HTMLElement>('[data-remind]')!.hidden = !mayVanish;
    if (store.trouble) said.textContent = words[lang].trouble[store.trouble];
  };

  /** What is due first, each with fresh numbers. */
  const showDue = (all: ReadonlyMap<string, Standing>): void => {
    const review = root.querySelector<HTMLElement>('[data-review]')!;
    const links = [...root.querySelectorAll<HTMLElement>('[data-row]')].flatMap((row) => {
      const standing = all.get(row.dataset.row ?? '');
      return standing && isDue(standing)
        ? [{ due: standing.due!, a: row.querySelector('a')! }]
        : [];
    });
    review.hidden = links.length === 0;
    review.querySelector('ol')!.replaceChildren(
      ...links
        .sort((p, q) => p.due - q.due)
        .map(({ a }) => {
          const item = document.createElement('li');
          item.append(a.cloneNode(true));
          return item;
        }),
    );
  };

  const download = (name: string, type: string, text: string): void => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  const on = (name: string, act: () => void): void =>
    root.querySelector(`[data-${name}]`)?.addEventListener('click', act);

  on('export', async () => {
    const now = Date.now();
    const day = new Date(now).toISOString().slice(0, 10);
    download(
      `forward-and-back-${day}.json`,
      'application/json',
      exportProgress(await store.read(), now),
    );
  });

  const file = root.querySelector<HTMLInputElement>('[data-file]')!;
  on('import', () => file.click());
  file.addEventListener('change', async () => {
    const text = await file.files?.[0]?.text();
    file.value = '';
    if (text === undefined) return;
    const result = importProgress(text);
    if (!result.ok) {
      said.textContent = refusal(result.refusal);
      return;
    }
    await store.addAll(result.progress);
    await show();
    said.textContent = fill(say.imported, { n: result.progress.attempts.length });
  });
  const refusal = (why: Refusal): string =>
    fill(
      say.refused[why.reason],
      'version' in why ? { version: why.version } : 'where' in why ? { where: why.where } : {},
    );

  on('anki', async () => {
    const all = standings((await store.read()).attempts);
    const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const rows = [...root.querySelectorAll<HTMLElement>('[data-row]')]
      .filter((row) => all.has(row.dataset.row ?? ''))
      .map((row) => {
        const { textContent, href } = row.querySelector('a')!;
        const name = textContent!.trim().replace(/\s+/g, ' ');
        // Without the seed: whoever turns the card asks for fresh numbers.
        const back = `<a href="${href.replace(/=\d+$/, '')}">${name}</a>`;
        return [name, back].map(quote).join(',');
      });
    const head = ['#separator:Comma', '#html:true', '#tags:forward-and-back'];
    download('forward-and-back.csv', 'text/csv', `${[...head, ...rows].join('\n')}\n`);
  });

  const dialog = root.querySelector<HTMLDialogElement>('[data-confirm]')!;
  on('erase', () => dialog.showModal());
  dialog.addEventListener('close', async () => {
    if (dialog.returnValue !== 'yes') return;
    dialog.returnValue = '';
    await store.erase();
    await show();
    said.textContent = say.erased;
  });
  store.watch(() => void show());
  await show();
}
