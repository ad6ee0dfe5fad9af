import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  syntaxHighlighting,
} from '@codemirror/language';
import { EditorState, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The part of an editor that an exercise uses. */
export interface Editor {
  text(): string;
  replace(text: string): void;
  focus(): void;
  /** Marks a line as the one with the error; undefined takes the mark away. */
  mark(line: number | undefined): void;
}

const setLine = StateEffect.define<number | undefined>();
const badLine = Decoration.line({ class: 'cm-bad-line' });

/** The marked line, until the text changes. */
const markedLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(lines, transaction) {
    const effect = transaction.effects.find((one) => one.is(setLine));
    if (!effect) return transaction.docChanged ? Decoration.none : lines;
    const line = effect.value as number | undefined;
    if (!line || line > transaction.state.doc.lines) return Decoration.none;
    return Decoration.set(badLine.range(transaction.state.doc.line(line).from));
  },
  provide: (field) => EditorView.decorations.from(field),
});

const colours = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--soft)' },
  { tag: [tags.keyword, tags.typeName], color: 'var(--parameter)' },
  { tag: [tags.number, tags.string, tags.bool], color: 'var(--data)' },
  { tag: tags.function(tags.variableName), color: 'var(--a)' },
]);

const look = EditorView.theme({
  '&': { color: 'var(--ink)', fontSize: '0.875rem' },
  '.cm-content': { fontFamily: 'var(--font-code)', caretColor: 'var(--ink)' },
  '.cm-gutters': { background: 'none', border: '0', color: 'var(--soft)' },
  '.cm-bad-line': { background: 'color-mix(in srgb, var(--wrong) 15%, transparent)' },
  '&.cm-focused': { outline: '2px solid var(--link)' },
  // Paper does not scroll.
  '@media print': {
    '.cm-scroller': { overflow: 'visible' },
    '.cm-content': { flexShrink: '1', overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  },
});

/**
 * Letters typed over a selection are put into the text here. Left to the browser, they would come
 * with the colour of what they replace as a style attribute, which the page's policy refuses and
 * the console reports.
 */
const typeOver = EditorView.domEventHandlers({
  beforeinput({ inputType, data }, view) {
    if (inputType !== 'insertText' || !data || view.composing) return false;
    if (view.state.selection.main.empty) return false;
    view.dispatch({
      ...view.state.replaceSelection(data),
      userEvent: 'input.type',
      scrollIntoView: true,
    });
    return true;
  },
});

/**
 * Puts an editor into `place`. It lives in a shadow root: there its styles are a constructed
 * stylesheet, which the page's policy allows.
 */
export function makeEditor(
  place: HTMLElement,
  text: string,
  label: string,
  changed: () => void,
): Editor {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        history(),
        indentOnInput(),
        bracketMatching(),
        javascript({ typescript: true }),
        syntaxHighlighting(colours),
        markedLine,
        typeOver,
        look,
        // Tab is left to the page: whoever moves by keyboard must be able to go on.
        keymap.of([...defaultKeymap, ...historyKeymap]),
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
        EditorView.updateListener.of(({ docChanged }) => docChanged && changed()),
      ],
    }),
  });
  place.replaceChildren(host);
  return {
    text: () => view.state.doc.toString(),
    replace: (next) =>
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } }),
    focus: () => view.focus(),
    mark: (line) => view.dispatch({ effects: setLine.of(line) }),
  };
}
