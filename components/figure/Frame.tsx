import type { Lang } from '@book/languages';
import { reportUrl } from '@book/report';
import type { EquationLinks } from '@components/equation/links';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { EquationContext } from './EquationLink';
import { frameMessages } from './messages';
import type { WidgetState } from './state';

/** What every widget's island gets from its index.astro. */
export interface IslandProps {
  lang: Lang;
  /** Address of this widget's embed page. */
  embedUrl: string;
  /** The engine's source that the widget runs, from the build. */
  code?: ComponentChildren;
  /** Equations that “Numbers” links to, by id. */
  equations?: EquationLinks;
}

interface FrameProps extends IslandProps {
  /** Name of the widget: its folder and the id of its figure. */
  widget: string;
  state: Pick<WidgetState<unknown>, 'fragment' | 'damaged' | 'reset'>;
  /** The chapter's equations with the present values. */
  numbers: () => ComponentChildren;
  /** A script that computes the same numbers. */
  pytorch: () => Promise<string>;
  /** The drawing, what it says, and the controls. */
  children: ComponentChildren;
}

type Panel = 'numbers' | 'code' | 'pytorch' | 'embed' | 'link';

/**
 * The living part of a figure: the widget itself, then the small tools that every figure has. The
 * caption and the rules around it are drawn by Place.astro.
 */
export function Frame(props: FrameProps) {
  const { lang, widget, embedUrl, code, equations = {}, state, numbers, pytorch, children } = props;
  const say = frameMessages[lang];
  const [panel, setPanel] = useState<Panel | undefined>();
  const [copied, setCopied] = useState<string | undefined>();
  const root = useRef<HTMLDivElement>(null);

  useEffect(() => {
    root.current?.closest('figure')?.setAttribute('data-alive', '');
  }, []);

  const absolute = (path: string): string =>
    `${new URL(path, location.href)}${state.fragment && `#${state.fragment}`}`;
  const frameCode = (): string =>
    `<iframe src="${absolute(embedUrl)}" title="${widget}" width="100%" height="640" loading="lazy" style="border:0"></iframe>`;

  const copy = async (text: string, then: Panel | undefined): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(say.copied);
      setTimeout(() => setCopied(undefined), 2000);
    } catch {
      // Not allowed (an old browser, a frame without the right): show what to copy.
      setPanel(then);
    }
  };

  const opener = (name: Panel, label: string) => (
    <button
      type="button"
      aria-expanded={panel === name}
      onClick={() => setPanel(panel === name ? undefined : name)}
    >
      {label}
    </button>
  );
  const pageOf = () => absolute(location.pathname + location.search);
  const report = reportUrl({ kind: 'figure', id: widget, state: state.fragment, lang });

  return (
    <>
      <div class="fig-body" ref={root}>
        {children}
        {state.damaged && (
          <p class="fig-notice" role="status">
            {say.damaged}
          </p>
        )}
      </div>
      <div class="fig-tools needs-script" role="group" aria-label={say.tools}>
        {opener('numbers', say.numbers)}
        {code && opener('code', say.code)}
        {opener('pytorch', say.pytorch)}
        <button type="button" onClick={() => copy(pageOf(), 'link')}>
          {say.link}
        </button>
        {opener('embed', say.embed)}
        {report && <a href={report}>{say.report}</a>}
        <button type="button" onClick={state.reset}>
          {say.reset}
        </button>
        <span class="fig-copied" role="status">
          {copied}
        </span>
      </div>
      {code && (
        <details class="fig-code" open={panel === 'code'}>
          <summary>{say.code}</summary>
          <div class="fig-panel">
            <p>{say.codeHint}</p>
            {code}
          </div>
        </details>
      )}
      {panel && panel !== 'code' && (
        <div class="fig-panel">
          {panel === 'numbers' && (
            <EquationContext.Provider value={equations}>
              <p>{say.numbersHint}</p>
              {numbers()}
            </EquationContext.Provider>
          )}
          {panel === 'pytorch' && (
            <Script script={pytorch} fragment={state.fragment} {...{ copy, say }} />
          )}
          {panel === 'embed' && (
            <Copyable hint={say.embedHint} text={frameCode()} {...{ copy, say }} />
          )}
          {panel === 'link' && (
            <Copyable hint={say.copyByHand} text={pageOf()} {...{ copy, say }} />
          )}
        </div>
      )}
    </>
  );
}

interface ScriptProps extends Omit<CopyableProps, 'hint' | 'text' | 'say'> {
  script: () => Promise<string>;
  /** Changes with the state that the script is about. */
  fragment: string;
  say: { copy: string; pytorchHint: string; notLoaded: string };
}

/** “As PyTorch”: the templates arrive when they are asked for. */
function Script({ script, fragment, copy, say }: ScriptProps) {
  const [text, setText] = useState<string | undefined>('');
  useEffect(() => {
    let wanted = true;
    script()
      .catch(() => undefined)
      .then((made) => wanted && setText(made));
    return () => {
      wanted = false;
    };
  }, [fragment]);
  if (text === undefined) return <p role="alert">{say.notLoaded}</p>;
  return <Copyable hint={say.pytorchHint} text={text} {...{ copy, say }} />;
}

interface CopyableProps {
  hint: string;
  text: string;
  copy: (text: string, then: Panel | undefined) => void;
  say: { copy: string };
}

/** A text to take away: selectable as it stands, and copied by one press. */
const Copyable = ({ hint, text, copy, say }: CopyableProps) => (
  <>
    <p>
      {hint}{' '}
      <button type="button" class="fig-copy" onClick={() => copy(text, undefined)}>
        {say.copy}
      </button>
    </p>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable */}
    <pre tabIndex={0}>
      <code>{text}</code>
    </pre>
  </>
);
