/** Part of the window's height at which a section counts as being read. */
const readingLine = 0.35;

/**
 * Marks, in the contents, the section that is being read.
 * @returns the id of that section's heading, or undefined before the first.
 */
export function followSections(): () => string | undefined {
  const headings = [...document.querySelectorAll<HTMLElement>('.part > h2[id]')];
  const links = new Map(
    [...document.querySelectorAll<HTMLAnchorElement>('#contents .sections a')].map((link) => [
      link.hash.slice(1),
      link,
    ]),
  );
  let present: string | undefined;

  const update = (): void => {
    const line = innerHeight * readingLine;
    // The part is measured, not the heading in it: asking for a place inside a part that is not yet
    // laid out (content-visibility) would lay it out.
    const id = headings.findLast(
      ({ parentElement }) => (parentElement?.getBoundingClientRect().top ?? 0) < line,
    )?.id;
    if (id === present) return;
    links.get(present ?? '')?.removeAttribute('aria-current');
    links.get(id ?? '')?.setAttribute('aria-current', 'true');
    present = id;
  };

  // A section's edge crossing the reading line is the only moment at which anything changes.
  const observer = new IntersectionObserver(update, {
    rootMargin: `-${readingLine * 100}% 0px -${(1 - readingLine) * 100}% 0px`,
  });
  for (const heading of headings) {
    if (heading.parentElement) observer.observe(heading.parentElement);
  }
  return () => present;
}
