"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useSyncExternalStore } from "react";

const themes = [
  { value: "system", label: "System", Icon: Monitor },
  { value: "light", label: "Light", Icon: Sun },
  { value: "dark", label: "Dark", Icon: Moon },
] as const;

type Theme = (typeof themes)[number]["value"];

/** Light, dark, or as the system says. Kept in a cookie, so that the server paints it right the first time. */
export function ThemeSwitch() {
  const theme = useSyncExternalStore(watch, currentTheme, () => "system" as Theme);
  return (
    <fieldset>
      <legend className="mb-1 text-muted text-sm">Appearance</legend>
      <div className="grid grid-cols-3 gap-1 rounded bg-sunken p-1">
        {themes.map(({ value, label, Icon }) => (
          <label
            key={value}
            className="flex min-h-8 items-center justify-center gap-1.5 rounded border border-transparent px-1 text-muted text-sm hover:text-ink has-checked:border-line-strong has-checked:bg-surface has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent max-md:min-h-11"
          >
            <input
              type="radio"
              name="theme"
              value={value}
              checked={theme === value}
              onChange={() => choose(value)}
              className="sr-only"
            />
            <Icon aria-hidden className="size-4 shrink-0" />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function currentTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}

function choose(theme: Theme) {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  const secure = location.protocol === "https:" ? "; secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store is missing from browsers that nurses have.
  document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax${secure}`;
}

function watch(changed: () => void) {
  const seen = new MutationObserver(changed);
  seen.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => seen.disconnect();
}
