import type { Lang } from '@book/languages';
import { controlMessages } from './messages';

interface RunButtonsProps {
  lang: Lang;
  /** It runs by itself at this moment. */
  going: boolean;
  /** There is no further step. */
  ended: boolean;
  /** Its steps are still being computed. */
  busy?: boolean;
  /** Nothing has been done that could be undone by beginning anew. */
  fresh: boolean;
  /** To run, or to stop where it is. */
  onRun: () => void;
  /** One step by itself; no such button without it. */
  onOnce?: () => void;
  onRestart: () => void;
  /** Other words where it is not a training from scratch. */
  words?: { readonly run?: string; readonly restart?: string };
}

/** Train or pause, one update, start again: the buttons of a figure that computes step by step. */
export function RunButtons(props: RunButtonsProps) {
  const { lang, going, ended, busy = false, fresh, onRun, onOnce, onRestart, words } = props;
  const say = controlMessages[lang];
  return (
    <>
      <button type="button" class="fig-button main" disabled={ended} onClick={onRun}>
        {going ? say.pause : (words?.run ?? say.train)}
      </button>
      {onOnce && (
        <button type="button" class="fig-button" disabled={ended || busy} onClick={onOnce}>
          {say.once}
        </button>
      )}
      <button type="button" class="fig-button" disabled={fresh} onClick={onRestart}>
        {words?.restart ?? say.restart}
      </button>
    </>
  );
}
