import { fill } from '@book/ui';
import { Random } from '@engine';
import { agrees, display, judge } from '@workers/sandbox/judge';
import type { RunResult } from '@workers/sandbox/protocol';
import { Sandbox } from '@workers/sandbox/run';
import type { Case, CodeExercise, Plain } from '../types';
import type { Context, Kind } from './context';
import type { Editor } from './editor';
import { memory } from './memory';

let sandbox: Sandbox | undefined;

/** A function to write or to repair, run in the sandbox against cases whose answers stay outside. */
export function connectCode(context: Context, exercise: CodeExercise): Kind {
  const { form, root, say, after } = context;
  const place = form.querySelector<HTMLElement>('.ex-editor')!;
  let saving: ReturnType<typeof setTimeout> | undefined;
  let editor: Editor | undefined;

  const keep = (): void => {
    clearTimeout(saving);
    saving = setTimeout(async () => {
      const text = editor?.text().slice(0, 20_000) ?? '';
      await (await memory()).saveDraft({ exercise: exercise.id, text, at: Date.now() });
    }, 500);
  };
  /** The editor, with what the reader wrote last time, in the place of the text. */
  const open = async (): Promise<Editor> => {
    const [{ makeEditor }, store] = await Promise.all([import('./editor'), memory()]);
    const draft = (await store.read()).drafts.find((one) => one.exercise === exercise.id);
    const text = draft?.text ?? exercise.starter;
    const entered = place.contains(document.activeElement);
    editor = makeEditor(place, text, place.dataset.label ?? '', keep);
    if (entered) editor.focus();
    return editor;
  };
  const opening = open();

  form.querySelector('[data-restore]')?.addEventListener('click', async () => {
    (await opening).replace(exercise.starter);
  });

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    context.verdict('none', say.running);
    after.replaceChildren();
    const source = (await opening).text();
    editor?.mark(undefined);
    const { strip } = await import('./strip');
    const stripped = strip(source);
    if (stripped.kind === 'import') return fail(say.noImport, stripped.line);
    if (stripped.kind === 'broken') {
      return fail(fill(say.broken, { message: stripped.message }), stripped.line);
    }
    const cases = exercise.cases(new Random(`${exercise.id}/${context.seed}`));
    sandbox ??= new Sandbox(root.dataset.sandbox ?? '/sandbox.html');
    const result = await sandbox.run(
      stripped.code,
      exercise.functionName,
      cases.map(({ args }) => ({ args })),
    );
    report(result, cases);
  });

  function fail(message: string, line: number | undefined): void {
    const where = line
      ? `${fill(say.line, { n: line })}${context.lang === 'zh' ? '：' : ': '}`
      : '';
    context.verdict('wrong', `${where}${message}`);
    editor?.mark(line);
    context.record('wrong');
  }

  function report(result: RunResult, cases: readonly Case[]): void {
    if (result.kind === 'broken') {
      fail(fill(say.broken, { message: result.message }), result.line);
      return;
    }
    if (result.kind === 'missing') {
      fail(fill(say.missing, { name: result.name }), undefined);
      return;
    }
    if (result.kind === 'stopped') {
      fail(say.stopped[result.why], undefined);
      return;
    }
    const verdicts = result.results.map((one, i) =>
      judge(one, cases[i]!.expected, exercise.tolerance),
    );
    const right = verdicts.filter(({ kind }) => kind === 'right').length;
    const isRight = right === cases.length;
    const mistake = isRight
      ? undefined
      : exercise.mistakes.find(({ run }) =>
          cases.every(({ args }, i) => {
            const one = result.results[i]!;
            const slipped = (run as (...all: readonly Plain[]) => Plain)(...args);
            return one.kind === 'value' && agrees(one.value, slipped, exercise.tolerance);
          }),
        );
    const summary = isRight
      ? fill(say.allRight, { n: cases.length })
      : fill(say.someWrong, { n: cases.length, right });
    context.verdict(isRight ? 'right' : 'wrong', summary, mistake?.id);
    context.record(isRight ? 'right' : 'wrong', mistake?.id);
    const firstError = verdicts.find((verdict) => verdict.kind === 'error');
    editor?.mark(firstError?.kind === 'error' ? firstError.line : undefined);
    after.replaceChildren(table(cases, verdicts), ...outputOf(result));
  }

  function table(
    cases: readonly Case[],
    verdicts: readonly ReturnType<typeof judge>[],
  ): HTMLElement {
    const element = document.createElement('table');
    element.className = 'ex-cases';
    const head = element.createTHead().insertRow();
    for (const name of [say.caseName, say.input, say.expected, say.got]) {
      const cell = document.createElement('th');
      cell.scope = 'col';
      cell.textContent = name;
      head.append(cell);
    }
    const body = element.createTBody();
    cases.forEach(({ name, args, expected, byDifferences }, i) => {
      const verdict = verdicts[i]!;
      const row = body.insertRow();
      const got =
        verdict.kind === 'right'
          ? '✓'
          : verdict.kind === 'wrong'
            ? verdict.got
            : `${verdict.message}${verdict.line ? ` (${fill(say.line, { n: verdict.line })})` : ''}`;
      const wanted = `${display(expected)}${byDifferences ? ` (${say.byDifferences})` : ''}`;
      for (const text of [name[context.lang], args.map(display).join(', '), wanted, got]) {
        row.insertCell().textContent = text;
      }
    });
    return element;
  }

  function outputOf({ output }: Extract<RunResult, { kind: 'done' }>): HTMLElement[] {
    if (output.lines.length === 0) return [];
    const title = document.createElement('p');
    title.textContent = `${say.output}${output.cut ? ` ${say.outputCut}` : ''}`;
    const pre = document.createElement('pre');
    pre.className = 'ex-output';
    pre.tabIndex = 0;
    pre.textContent = output.lines.join('\n');
    return [title, pre];
  }

  return {
    refresh() {
      after.replaceChildren();
    },
  };
}
