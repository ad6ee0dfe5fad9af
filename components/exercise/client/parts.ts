import { fill } from '@book/ui';
import { parseNumber } from '@components/controls/parse-number';
import { markParts, type PartMark, type Typed } from '../mark';
import type { PartsExercise } from '../types';
import type { Context, Kind } from './context';
import { textField } from './fields';

/** Numbers and matrices to type. */
export function connectParts(context: Context, exercise: PartsExercise): Kind {
  const { form, root, say } = context;
  const boxes = new Map(
    [...form.querySelectorAll<HTMLElement>('[data-part]')].map((box) => [box.dataset.part!, box]),
  );

  const read = (box: HTMLElement): Typed => {
    const fields = [...box.querySelectorAll<HTMLInputElement>('input[type=text]')];
    if (fields.every(({ value }) => value.trim() === '')) return { kind: 'empty' };
    const numbers = fields.map(({ value }) => parseNumber(value));
    const bad = numbers.indexOf(undefined);
    if (bad >= 0) {
      const text = fields[bad]!.value;
      return text.trim() ? { kind: 'unreadable', text: text.slice(0, 20) } : { kind: 'empty' };
    }
    const values = numbers as number[];
    if (box.dataset.matrix === undefined) return { kind: 'value', value: values[0]! };
    const columns = Number(box.dataset.columns);
    const rows = Array.from({ length: values.length / columns }, (_, i) =>
      values.slice(i * columns, (i + 1) * columns),
    );
    return { kind: 'value', value: rows };
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const typed = Object.fromEntries([...boxes].map(([id, box]) => [id, read(box)]));
    const marks = markParts(exercise, context.values, typed);
    for (const [id, box] of boxes) show(context, box, marks[id]!);
    const all = Object.values(marks);
    if (all.some(({ kind }) => kind === 'empty' || kind === 'unreadable')) {
      context.verdict('none', sentenceFor(context, all.find(isMissing)!));
      return;
    }
    const mistake = all.find((mark) => mark.kind === 'mistake');
    const isRight = all.every(({ kind }) => kind === 'right');
    const first = all.find(({ kind }) => kind !== 'right');
    context.verdict(
      isRight ? 'right' : 'wrong',
      isRight ? say.right : mistake ? say.no : sentenceFor(context, first!),
      mistake?.kind === 'mistake' ? mistake.id : undefined,
    );
    context.record(
      isRight ? 'right' : 'wrong',
      mistake?.kind === 'mistake' ? mistake.id : undefined,
    );
    if (!isRight) root.querySelector<HTMLInputElement>('input.is-wrong')?.focus();
  });

  for (const box of boxes.values()) {
    if (box.dataset.matrix !== undefined) connectGrid(context, box);
  }
  return {
    refresh() {
      for (const box of boxes.values()) {
        for (const select of box.querySelectorAll('select')) {
          select.value = '1';
          select.dispatchEvent(new Event('change'));
        }
        for (const input of box.querySelectorAll('input')) {
          input.value = '';
          input.classList.remove('is-right', 'is-wrong');
          input.removeAttribute('aria-invalid');
        }
        const mark = box.querySelector<HTMLElement>('.ex-mark')!;
        mark.className = 'ex-mark';
        mark.textContent = '';
      }
    },
  };
}

const isMissing = ({ kind }: PartMark): boolean => kind === 'empty' || kind === 'unreadable';

/** The sentence for a mark that no listed mistake explains. */
function sentenceFor({ say }: Context, mark: PartMark): string {
  switch (mark.kind) {
    case 'unreadable':
      return fill(say.unreadable, { text: mark.text });
    case 'wrong':
      return mark.cells ? fill(say.cells, { n: mark.cells.filter((ok) => !ok).length }) : say.wrong;
    case 'mistake':
      return '';
    default:
      return say[mark.kind];
  }
}

/** Colours the fields of a part and says, beside it, how it was marked. */
function show(context: Context, box: HTMLElement, mark: PartMark): void {
  const { say } = context;
  const good = mark.kind === 'right' || mark.kind === 'carried';
  const missing = isMissing(mark);
  const label = box.querySelector<HTMLElement>('.ex-mark')!;
  label.className = `ex-mark ${missing ? '' : good ? 'is-right' : 'is-wrong'}`;
  label.textContent = missing ? '' : good ? say[mark.kind] : '✗';
  [...box.querySelectorAll('input')].forEach((input, i) => {
    const ok = mark.kind === 'wrong' && mark.cells ? mark.cells[i] : good;
    input.classList.toggle('is-right', !missing && ok === true);
    input.classList.toggle('is-wrong', !missing && !ok);
    input.setAttribute('aria-invalid', String(!ok && !missing));
  });
}

/** A matrix: several numbers may be pasted at once, and its shape may be the reader's to say. */
function connectGrid({ say }: Context, box: HTMLElement): void {
  const grid = box.querySelector<HTMLElement>('.ex-grid')!;
  const sizes = [...box.querySelectorAll('select')];
  grid.addEventListener('paste', (event) => paste(event, grid, Number(box.dataset.columns)));
  const build = (): void => {
    const [rows = 1, columns = 1] = sizes.map(({ value }) => Number(value));
    const old = [...grid.querySelectorAll('input')].map(({ value }) => value);
    const before = Number(box.dataset.columns);
    box.dataset.columns = String(columns);
    grid.style.gridTemplateColumns = `repeat(${columns}, auto)`;
    grid.replaceChildren(
      ...Array.from({ length: rows * columns }, (_, n) => {
        const [i, j] = [Math.floor(n / columns), n % columns];
        const name = fill(say.cell, { name: box.dataset.spoken ?? '', i: i + 1, j: j + 1 });
        const input = textField(name);
        // What was typed stays where it was.
        if (j < before) input.value = old[i * before + j] ?? '';
        return input;
      }),
    );
  };
  for (const select of sizes) select.addEventListener('change', build);
  // A shape chosen before this code had arrived.
  if (sizes.some(({ value }) => value !== '1')) build();
}

/** Several numbers pasted into one field fill the fields from there on, row after row. */
function paste(event: ClipboardEvent, grid: HTMLElement, columns: number): void {
  const rows = (event.clipboardData?.getData('text') ?? '')
    .trim()
    .split(/\r?\n|;/)
    .map((row) =>
      row
        .replace(/[[\]]/g, ' ')
        .trim()
        .split(/[\t ]+|,\s+/)
        .filter(Boolean),
    );
  if (rows.length === 1 && rows[0]!.length <= 1) return;
  event.preventDefault();
  const fields = [...grid.querySelectorAll('input')];
  const start = Math.max(0, fields.indexOf(event.target as HTMLInputElement));
  rows.forEach((row, i) => {
    row.forEach((text, j) => {
      const column = (start % columns) + j;
      const field = fields[(Math.floor(start / columns) + i) * columns + column];
      if (field && column < columns) field.value = text;
    });
  });
}
