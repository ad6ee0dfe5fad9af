type Theme = 'auto' | 'light' | 'dark';

/** Starlight's key, so that its own pages would agree. Empty means: as the system. */
const storageKey = 'starlight-theme';

const systemIsDark = matchMedia('(prefers-color-scheme: dark)');

function stored(): Theme {
  try {
    const value = localStorage.getItem(storageKey);
    return value === 'light' || value === 'dark' ? value : 'auto';
  } catch {
    return 'auto';
  }
}

function apply(theme: Theme): void {
  const dark = theme === 'auto' ? systemIsDark.matches : theme === 'dark';
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  for (const button of document.querySelectorAll<HTMLElement>('[data-theme-choice]')) {
    button.setAttribute('aria-pressed', String(button.dataset.themeChoice === theme));
  }
}

/** Connects the theme menu and follows the system while no theme is chosen. */
export function startTheme(): void {
  apply(stored());
  systemIsDark.addEventListener('change', () => apply(stored()));
  document.querySelector('#theme-menu')?.addEventListener('click', (event) => {
    const choice = (event.target as HTMLElement).dataset.themeChoice as Theme | undefined;
    if (!choice) return;
    try {
      localStorage.setItem(storageKey, choice === 'auto' ? '' : choice);
    } catch {
      // Without storage the choice holds for this page only.
    }
    apply(choice);
    (event.currentTarget as HTMLElement).hidePopover();
  });
}
