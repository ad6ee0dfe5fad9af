/** How far a slider's keys go; `end` is for Home and End and as long as its whole way. */
interface KeySteps {
  readonly arrow: number;
  readonly page?: number;
  readonly end?: number;
}

/**
 * What the keys of a slider do (arrows, and page and end keys where they have a step): arrows
 * rightwards and upwards are more. The page does not scroll with them.
 *
 * @param move gets the step, negative for less
 */
export const stepKeys =
  ({ arrow, page, end }: KeySteps, move: (by: number, event: KeyboardEvent) => void) =>
  (event: KeyboardEvent): void => {
    const by = {
      ArrowLeft: -arrow,
      ArrowDown: -arrow,
      ArrowRight: arrow,
      ArrowUp: arrow,
      PageDown: page && -page,
      PageUp: page,
      Home: end && -end,
      End: end,
    }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    move(by, event);
  };
