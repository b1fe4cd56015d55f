/** Light or dark: the system's setting, until the visitor chooses; the browser remembers the choice. */
export type Theme = "light" | "dark";

const KEY = "interlink-demo:theme";

function kept(): Theme | undefined {
  try {
    const theme = localStorage.getItem(KEY);
    return theme === "light" || theme === "dark" ? theme : undefined;
  } catch {
    return undefined;
  }
}

export const theme = (): Theme => kept() ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

/** Applies the earlier choice, if there is one. */
export function restoreTheme(): void {
  const theme = kept();
  if (theme !== undefined) document.documentElement.dataset["theme"] = theme;
}

export function keepTheme(theme: Theme): void {
  document.documentElement.dataset["theme"] = theme;
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    return;
  }
}
