import type { ReactNode } from "react";
import { Keys } from "@/components/keys/keys";
import { Mark } from "./mark";
import { type Me, MeMenu } from "./me-menu";
import { type NavItem, Rail } from "./rail";
import { RootMark } from "./root-mark";
import { Where } from "./where";

type Props = {
  items: readonly NavItem[];
  /** Whose deployment this is: "Valley Care". */
  organization: string;
  me: Me;
  /** `<LiveConnection />` */
  connection?: ReactNode;
  /** Who covers now and until when, or any other short standing fact. */
  standing?: ReactNode;
  /** Who looks after the inbox now. */
  cover?: ReactNode;
  /** `<AlertBanner />` */
  alert?: ReactNode;
  children: ReactNode;
};

export function AppShell({ items, organization, me, connection, standing, cover, alert, children }: Props) {
  return (
    <div
      data-shell
      className="min-h-dvh print:block md:grid md:grid-cols-[3.5rem_minmax(0,1fr)] lg:grid-cols-[12.5rem_minmax(0,1fr)]"
    >
      <RootMark of="shell" />
      <a
        href="#main"
        className="sr-only z-30 rounded bg-accent font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:px-3 focus:py-2"
      >
        Skip to the content
      </a>
      <Keys places={items.map(({ href, label }) => ({ href, label }))} />
      <Rail items={items} />
      <div className="min-w-0">
        <header className="sticky top-0 z-10 flex h-(--shell-top) items-center gap-4 border-b bg-canvas px-4 pb-(--shell-connection) md:px-6 print:hidden">
          <span className="md:hidden">
            <Mark />
          </span>
          <p className="flex min-w-0 items-baseline gap-2 truncate">
            <span className="font-medium">
              <Where items={items} />
            </span>
            <span className="truncate text-muted max-md:hidden">{organization}</span>
          </p>
          <div className="ml-auto flex min-w-0 items-center gap-4">
            {standing && <div className="truncate text-muted text-sm max-md:hidden">{standing}</div>}
            {cover && <div className="min-w-0 truncate text-muted text-sm">{cover}</div>}
            {connection}
            <MeMenu me={me} />
          </div>
        </header>
        {alert}
        <p className="hidden border-b px-6 pb-2 text-sm print:block">
          {organization}, printed by {me.name}. Confidential patient information.
        </p>
        <main id="main" tabIndex={-1} className="outline-none max-md:pb-(--shell-bottom)">
          {children}
        </main>
      </div>
    </div>
  );
}
