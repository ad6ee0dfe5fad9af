import type { Lang } from '@book/languages';
import { type Standing, standings } from '@book/progress/review';
import { exportProgress, importProgress, type Refusal } from '@book/progress/transfer';
import { fill } from '@book/ui';
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
  const stateOf = (standing: Standing | undefined): string => {
    if (!standing || standing.state === 'new') return say.never;
    return isDue(standing) ? say.due : say[standing.state];
  };

  const show = async (): Promise<void> => {
    const all = standings((await store.read()).attempts);
    for (const row of root.querySelectorAll<HTMLElement>('[data-row]')) {
      const standing = all.get(row.dataset.row ?? '');
      row.querySelector('[data-state]')!.textContent = stateOf(standing);
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
    if (store.trouble) said.textContent = words[lang].trouble[store.trouble];
    else if (finished.length >= 20) said.textContent = say.remind;
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
        const link = row.querySelector('a')!;
        return [link.textContent!.trim().replace(/\s+/g, ' '), link.href].map(quote).join(',');
      });
    download('forward-and-back.csv', 'text/csv', `${rows.join('\n')}\n`);
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
