import { fill } from '@book/ui';
import { parseNumber } from '@components/controls/parse-number';
import { rightAnswers } from '../answers';
import { isMatrix, markParts, type PartMark, type Typed } from '../mark';
import type { PartsExercise, Value } from '../types';
import type { Context, Kind } from './context';

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
      isRight ? say.right : mistake ? '' : sentenceFor(context, first!),
      mistake?.kind === 'mistake' ? mistake.id : undefined,
    );
    context.record(
      isRight ? 'right' : 'wrong',
      mistake?.kind === 'mistake' ? mistake.id : undefined,
    );
    if (!isRight) root.querySelector<HTMLInputElement>('input.is-wrong')?.focus();
  });

  const right = (): Record<string, Value> => rightAnswers(exercise, context.values);
  return {
    refresh() {
      const answers = right();
      for (const [id, box] of boxes) {
        const answer = answers[id]!;
        if (isMatrix(answer)) makeGrid(context, box, answer.length, answer[0]!.length);
        for (const input of box.querySelectorAll('input')) {
          input.value = '';
          input.className = '';
        }
        box.querySelector('.ex-mark')!.textContent = '';
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
    input.className = missing ? '' : ok ? 'is-right' : 'is-wrong';
    input.setAttribute('aria-invalid', String(!ok && !missing));
  });
}

const mostSize = 5;

/** The fields of a matrix; where the shape is asked for, with selections of rows and columns. */
function makeGrid(context: Context, box: HTMLElement, rows: number, columns: number): void {
  const { say } = context;
  const grid = box.querySelector<HTMLElement>('.ex-grid')!;
  const build = (r: number, c: number): void => {
    box.dataset.columns = String(c);
    grid.style.gridTemplateColumns = `repeat(${c}, auto)`;
    grid.replaceChildren(
      ...Array.from({ length: r * c }, (_, n) => {
        const input = document.createElement('input');
        input.type = 'text';
        input.inputMode = 'decimal';
        input.autocomplete = 'off';
        const place = { i: Math.floor(n / c) + 1, j: (n % c) + 1 };
        input.setAttribute(
          'aria-label',
          fill(say.cell, { name: box.dataset.spoken ?? '', ...place }),
        );
        input.addEventListener('paste', (event) => paste(event, grid, n, c));
        return input;
      }),
    );
  };
  if (box.dataset.askShape === undefined) {
    build(rows, columns);
    return;
  }
  let sizes = box.querySelector<HTMLElement>('.ex-sizes');
  if (!sizes) {
    sizes = document.createElement('span');
    sizes.className = 'ex-sizes';
    for (const name of [say.rows, say.columns]) {
      const label = document.createElement('label');
      const select = document.createElement('select');
      for (let n = 1; n <= mostSize; n++) select.add(new Option(String(n), String(n)));
      select.addEventListener('change', () => {
        const [r, c] = [...sizes!.querySelectorAll('select')].map(({ value }) => Number(value));
        build(r!, c!);
      });
      label.append(`${name} `, select, ' ');
      sizes.append(label);
    }
    grid.before(sizes);
  }
  for (const select of sizes.querySelectorAll('select')) select.value = '1';
  build(1, 1);
}

/** Several numbers pasted into one field fill the fields from there on, row after row. */
function paste(event: ClipboardEvent, grid: HTMLElement, start: number, columns: number): void {
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
  rows.forEach((row, i) => {
    row.forEach((text, j) => {
      const column = (start % columns) + j;
      const field = fields[(Math.floor(start / columns) + i) * columns + column];
      if (field && column < columns) field.value = text;
    });
  });
}
