import {
  BookOpen,
  ContactRound,
  GraduationCap,
  Inbox,
  type LucideIcon,
  Megaphone,
  ScrollText,
  Send,
  Settings,
  Smartphone,
  UserCog,
} from "lucide-react";
import type { Route } from "next";
import { Mark } from "./mark";
import { NavLink } from "./nav-link";

const icons = {
  inbox: Inbox,
  patients: ContactRound,
  programs: Megaphone,
  resources: BookOpen,
  training: GraduationCap,
  users: UserCog,
  senders: Smartphone,
  sending: Send,
  audit: ScrollText,
  settings: Settings,
} satisfies Record<string, LucideIcon>;

export type NavItem = { href: Route; label: string; icon: keyof typeof icons };

/** Where one can go: words on a wide screen, icons on a middling one, a bar at the bottom of a phone. */
export function Rail({ items }: { items: readonly NavItem[] }) {
  return (
    <nav
      aria-label="Main"
      className="z-20 bg-canvas max-md:fixed max-md:inset-x-0 max-md:bottom-0 max-md:border-t max-md:pb-[env(safe-area-inset-bottom)] md:sticky md:top-0 md:h-dvh md:overflow-y-auto md:border-r print:hidden"
    >
      <p className="flex h-(--shell-top) items-center gap-2.5 px-4 font-semibold max-md:hidden md:max-lg:justify-center md:max-lg:px-0">
        <Mark />
        <span className="md:max-lg:sr-only">Hearback</span>
      </p>
      <ul className="flex max-md:overflow-x-auto md:flex-col md:gap-0.5 md:p-2">
        {items.map(({ href, label, icon }) => {
          const Icon = icons[icon];
          return (
            <li key={href} className="max-md:min-w-[3.75rem] max-md:flex-1">
              <NavLink href={href} label={label} icon={<Icon aria-hidden strokeWidth={1.75} />} />
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
