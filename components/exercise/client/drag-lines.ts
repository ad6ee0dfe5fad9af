/**
 * Lets the lines of a list be dragged: with the mouse anywhere on a line, with a finger or pen by
 * its grip, so that the page still scrolls under a thumb. Escape puts the line back.
 *
 * @param dropped called when a line was let go in another place
 */
export function dragLines(list: HTMLElement, dropped: (line: HTMLLIElement) => void): void {
  list.addEventListener('pointerdown', (event) => {
    const target = event.target as Element;
    const line = target.closest('li');
    const byGrip = target.closest('.ex-grip') !== null;
    if (!line || event.button !== 0 || target.closest('button')) return;
    if (event.pointerType !== 'mouse' && !byGrip) return;
    // The list holds the pointer: a line loses it when it moves in the document.
    list.setPointerCapture(event.pointerId);
    line.classList.add('is-dragged');
    const origin = line.nextElementSibling;
    const start = order();
    const ends = new AbortController();
    const { signal } = ends;

    function end(): void {
      ends.abort();
      line!.classList.remove('is-dragged');
    }
    list.addEventListener('pointermove', ({ clientY }) => follow(line, clientY), { signal });
    list.addEventListener(
      'lostpointercapture',
      () => {
        end();
        if (order() !== start) dropped(line);
      },
      { signal },
    );
    addEventListener(
      'keydown',
      ({ key }) => {
        if (key !== 'Escape') return;
        list.insertBefore(line, origin);
        end();
      },
      { signal },
    );
  });

  const order = (): string => [...list.children].map((line) => line.textContent).join('\n');
}

/** Moves a line past each neighbour whose middle the pointer has crossed. */
function follow(line: HTMLLIElement, y: number): void {
  const middle = (element: Element): number => {
    const { top, height } = element.getBoundingClientRect();
    return top + height / 2;
  };
  for (let other = line.previousElementSibling; other && y < middle(other); ) {
    other.before(line);
    other = line.previousElementSibling;
  }
  for (let other = line.nextElementSibling; other && y > middle(other); ) {
    other.after(line);
    other = line.nextElementSibling;
  }
}
