/** Light or dark: as the system has it until somebody says otherwise, which the browser then remembers. */
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

/** Draws the page in what was chosen before, if anything was. */
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
